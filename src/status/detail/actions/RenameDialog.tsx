import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { useMemo } from 'react';
import { planRename } from '../../../connection/actions/rename';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

/** New names for the contact points. */
export function RenameDialog(props: DialogProps) {
  const { connection, reading, typed, onType } = props;
  const { alertContactPoint, heartbeatContactPoint } = connection;
  const alertName = typed.alertContactPoint ?? alertContactPoint?.name ?? '';
  const heartbeatName = typed.heartbeatContactPoint ?? heartbeatContactPoint?.name ?? '';
  const action = useMemo(
    () => planRename(connection, reading, { alertContactPoint: alertName, heartbeatContactPoint: heartbeatName }),
    [connection, reading, alertName, heartbeatName]
  );
  return (
    <PlanDialog
      {...props}
      title={t('status.rename.title', 'Rename')}
      intro={t('status.rename.intro', 'Renames the contact points of this connection.')}
      action={action}
      applyLabel={t('status.rename.apply', 'Rename')}
      doneTitle={t('status.rename.done', 'Contact points renamed')}
    >
      {(isDisabled) => (
        <>
          {alertContactPoint && (
            <Field label={t('status.rename.alerts', 'Contact point for alerts')} noMargin>
              <Input
                id="rename-alerts"
                value={alertName}
                disabled={isDisabled}
                onChange={(event) => onType({ alertContactPoint: event.currentTarget.value })}
              />
            </Field>
          )}
          {heartbeatContactPoint && (
            <Field label={t('status.rename.beats', 'Contact point for the heartbeat')} noMargin>
              <Input
                id="rename-beats"
                value={heartbeatName}
                disabled={isDisabled}
                onChange={(event) => onType({ heartbeatContactPoint: event.currentTarget.value })}
              />
            </Field>
          )}
        </>
      )}
    </PlanDialog>
  );
}
