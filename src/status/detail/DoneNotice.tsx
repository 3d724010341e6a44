import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, IconButton, useStyles2 } from '@grafana/ui';
import { useRef, type ReactNode } from 'react';
import { useFocusAfterDialog } from '../../ui/useFocusAfterDialog';
import { ConsequenceList } from './actions/ConsequenceList';
import { LeftList } from './actions/LeftList';
import type { Done } from './actions/types';

interface Props {
  done: Done;
  /** What was done, where the notice of it changes with time: the focus is taken once. */
  about?: Done;
  onUndo(): void;
  onClose(): void;
  /** What else there is to tell of it. */
  children?: ReactNode;
}

/** What stays of an outcome once its toast is gone: what is left to do, and the way back. Takes the dialog's focus. */
export default function DoneNotice({ done, about = done, onUndo, onClose, children }: Props) {
  const styles = useStyles2(getStyles);
  const ref = useRef<HTMLDivElement>(null);
  const { title, left = [], unfinished, consequences, undo } = done;
  const isWarning = unfinished !== undefined || left.length > 0;
  useFocusAfterDialog(ref, about);
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label={title} className={styles.notice}>
      <div className={styles.line}>
        <Icon
          name={isWarning ? 'exclamation-triangle' : 'check-circle'}
          className={isWarning ? styles.warning : styles.success}
          aria-hidden
        />
        <span role="status" className={styles.title}>
          {title}
        </span>
        {undo && (
          <Button size="sm" variant="secondary" fill="outline" icon="history" onClick={onUndo}>
            {t('status.done.undo', 'Undo')}
          </Button>
        )}
        <IconButton name="times" aria-label={t('status.done.close', 'Dismiss')} onClick={onClose} />
      </div>
      {left.length > 0 && <LeftList left={left} />}
      {children}
      <ConsequenceList consequences={consequences} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notice: css({
    display: 'grid',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  title: css({ flex: 1, minWidth: 0 }),
  success: css({ color: theme.colors.success.text, flexShrink: 0 }),
  warning: css({ color: theme.colors.warning.text, flexShrink: 0 }),
});
