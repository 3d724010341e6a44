import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Stack, Text, useStyles2 } from '@grafana/ui';
import { forwardRef, type ReactNode } from 'react';

interface Props {
  /** What was done, in a few words; false while nothing was. */
  done: string | false | undefined;
  children?: ReactNode;
}

/** What came of a press: read out, and focused when there is news. */
export const ResultRegion = forwardRef<HTMLDivElement, Props>(function ResultRegion({ done, children }, ref) {
  const styles = useStyles2(getStyles);
  return (
    <div ref={ref} role="status" tabIndex={-1} className={styles.result}>
      {done && (
        <Stack direction="row" gap={1} alignItems="center">
          <Icon name="check-circle" size="lg" className={styles.mark} />
          <Text element="h3" variant="h5">
            {done}
          </Text>
        </Stack>
      )}
      {children}
    </div>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  result: css({
    display: 'grid',
    gap: theme.spacing(1),
    minWidth: 0,
    '&:focus:not(:focus-visible)': { outline: 'none' },
  }),
  mark: css({ color: theme.colors.success.text }),
});
