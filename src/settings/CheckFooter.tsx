import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { BusyButton } from '../ui/BusyButton';

interface Props {
  label: string;
  isRunning: boolean;
  isDisabled: boolean;
  /** What it does now, or why it cannot be run. */
  note?: ReactNode;
  onRun(): void;
  children: ReactNode;
}

/** The button of a check in the row of "Save"; what came out of it stands below the whole row. */
export function CheckFooter({ label, isRunning, isDisabled, note, onRun, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <BusyButton
        isBusy={isRunning}
        type="button"
        variant="secondary"
        icon="check"
        disabled={isDisabled && !isRunning}
        onClick={onRun}
      >
        {isRunning ? t('settings.check.running', 'Testing...') : label}
      </BusyButton>
      {note && <Text color="secondary">{note}</Text>}
      <div aria-live="polite" className={styles.result}>
        {children}
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  result: css({ flex: '1 0 100%', order: 1, '&:empty': { display: 'none' }, '& > *': { marginTop: theme.spacing(1) } }),
});
