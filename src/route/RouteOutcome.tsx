import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import type { Done } from './useApplyRouting';

interface Props {
  done: Done;
  onUndo(): void;
}

/** What was done, with the way back; takes the focus, since the button that did it is disabled now. */
export function RouteOutcome({ done, onUndo }: Props) {
  const styles = useStyles2(getStyles);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [done]);
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label={done.title} className={styles.notice}>
      <Icon
        name={done.isUncertain ? 'question-circle' : 'check-circle'}
        className={done.isUncertain ? styles.unknown : styles.mark}
        aria-hidden
      />
      <span role="status" className={styles.title}>
        {done.title}
      </span>
      {done.undo && (
        <Button size="sm" variant="secondary" fill="outline" icon="history" onClick={onUndo}>
          {t('route.done.undo', 'Undo')}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notice: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  mark: css({ color: theme.colors.success.text, flexShrink: 0 }),
  unknown: css({ color: theme.colors.warning.text, flexShrink: 0 }),
  title: css({ flex: 1, minWidth: 0 }),
});
