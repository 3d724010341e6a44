import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Spinner, useStyles2 } from '@grafana/ui';

export type StepState = 'done' | 'failed' | 'running' | 'waiting' | 'skipped' | 'elsewhere' | 'unread';

/** How far a step of a list is that fills by itself. */
export function StepMark({ state }: { state: StepState }) {
  const styles = useStyles2(getStyles);
  switch (state) {
    case 'done':
      return <Icon name="check-circle" size="lg" className={styles.done} title={t('ui.step-mark.done', 'Done')} />;
    case 'failed':
      return (
        <Icon
          name="exclamation-triangle"
          size="lg"
          className={styles.failed}
          title={t('ui.step-mark.failed', 'Failed')}
        />
      );
    case 'running':
      return <Spinner size="lg" />;
    case 'waiting':
      return <Icon name="circle" size="lg" className={styles.waiting} title={t('ui.step-mark.waiting', 'Waiting')} />;
    case 'elsewhere':
      return (
        <Icon
          name="info-circle"
          size="lg"
          className={styles.waiting}
          title={t('ui.step-mark.elsewhere', 'Not visible from here')}
        />
      );
    case 'unread':
      return (
        <Icon
          name="question-circle"
          size="lg"
          className={styles.waiting}
          title={t('ui.step-mark.unread', 'Could not be read')}
        />
      );
    case 'skipped':
      return (
        <Icon name="minus-circle" size="lg" className={styles.waiting} title={t('ui.step-mark.skipped', 'Skipped')} />
      );
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  done: css({ color: theme.colors.success.text, flexShrink: 0 }),
  failed: css({ color: theme.colors.error.text, flexShrink: 0 }),
  waiting: css({ color: theme.colors.text.secondary, flexShrink: 0 }),
});
