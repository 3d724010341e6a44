import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { planRepair } from '../../../connection/actions/change';
import type { Secrets } from '../../../connection/webhook/access';
import { neededSecrets } from '../../../connection/plan/types';
import { SecretFields } from '../../../ui/SecretFields';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

const NONE: Secrets = {};

/** Puts back what differs from the plan. */
export function RepairDialog(props: DialogProps) {
  const { connection, reading, typed, onType } = props;
  const { secrets = NONE } = typed;
  const needed = useMemo(() => neededSecrets(planRepair(connection, reading).plan), [connection, reading]);
  const action = useMemo(() => planRepair(connection, reading, secrets), [connection, reading, secrets]);
  return (
    <PlanDialog
      {...props}
      title={t('status.repair.title', 'Repair connection')}
      intro={t(
        'status.repair.intro',
        'Restores what keeps the heartbeat from working. Names, texts and a timing that holds stay the same, and a paused rule stays paused.'
      )}
      action={action}
      applyLabel={t('status.repair.apply', 'Repair')}
      doneTitle={t('status.repair.done', 'Connection repaired')}
    >
      {(isDisabled) => (
        <SecretFields
          needed={needed}
          values={secrets}
          onChange={(entered) => onType({ secrets: entered })}
          disabled={isDisabled}
        />
      )}
    </PlanDialog>
  );
}
