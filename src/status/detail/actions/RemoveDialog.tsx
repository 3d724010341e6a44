import { t } from '@grafana/i18n';
import { Checkbox } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { planRemovalAction } from '../../../connection/actions/remove';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

/** Takes the connection away, and nothing that others use. */
export function RemoveDialog(props: DialogProps) {
  const { connection, observed } = props;
  const [includeHandMade, setIncludeHandMade] = useState(false);
  const action = useMemo(
    () => planRemovalAction(connection, observed, { includeHandMade }),
    [connection, observed, includeHandMade]
  );
  const hasHandMade = useMemo(
    () => planRemovalAction(connection, observed).consequences.some(({ code }) => code === 'handMadeStays'),
    [connection, observed]
  );
  return (
    <PlanDialog
      {...props}
      title={t('status.remove.title', 'Remove the connection')}
      intro={t(
        'status.remove.intro',
        'The alert rule goes first, then the contact points, and the folder when no other rule is in it. What other rules or notification policies use stays.'
      )}
      task="remove"
      action={action}
      applyLabel={t('status.remove.apply', 'Remove')}
      doneTitle={t('status.remove.done', 'The connection is removed')}
      isDestructive
    >
      {(isDisabled) =>
        hasHandMade && (
          <Checkbox
            value={includeHandMade}
            disabled={isDisabled}
            onChange={(event) => setIncludeHandMade(event.currentTarget.checked)}
            label={t('status.remove.hand-made', 'Remove what was made by hand, too')}
          />
        )
      }
    </PlanDialog>
  );
}
