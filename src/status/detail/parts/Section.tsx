import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  description?: string;
  children: ReactNode;
}

/** A part of the page with its heading. */
export function Section({ title, description, children }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Text element="h2" variant="h4" id={id}>
        {title}
      </Text>
      {description && (
        <Text element="p" color="secondary">
          {description}
        </Text>
      )}
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ display: 'grid', gap: theme.spacing(1.5), minWidth: 0, overflowWrap: 'anywhere' }),
});
