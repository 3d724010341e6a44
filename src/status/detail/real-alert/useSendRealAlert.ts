import { useRef } from 'react';
import { replicasKnown } from '../../../connection/health/memory';
import { planOfWholeRealAlert, planRealAlert } from '../../../connection/real-alert/plans';
import { wishOf } from '../../../connection/real-alert/wish';
import { useServices } from '../../../ui/data/services';
import { newTestId } from '../../../ui/irm/arrival/useTest';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import type { Live } from '../parts/useLive';
import type { BegunAlert } from './begunAlert';
import type { RealAlertChoice } from './useRealAlertChoice';

/** Writes the rule that fires the alert. `onSent` hears of it once the rule is there. */
export function useSendRealAlert(
  { connection, data }: Live,
  choice: RealAlertChoice,
  onSent: (begun: BegunAlert) => void
) {
  const { userName = '' } = useServices();
  const { reading, clockOffset } = data;
  const begun = useRef<BegunAlert | undefined>(undefined);
  const run = useApplyPlan((outcome) => {
    if (outcome.result === 'applied' && begun.current) {
      onSent(begun.current);
    }
  });
  const send = () => {
    const { way, labels, preview } = choice;
    const wish = wishOf(
      {
        ...{ startedAt: Date.now() + clockOffset, connection: connection.id, by: userName, testId: newTestId() },
        ...{ labels, ways: preview.ways },
        receiver: way === 'direct' ? connection.alertContactPoint?.name : undefined,
      },
      reading.evaluation,
      replicasKnown(data.memory)
    );
    begun.current = wish;
    run.apply(planRealAlert(wish, reading));
  };
  return {
    send,
    run,
    /** What stands in the way whatever is chosen. */
    obstacle: planOfWholeRealAlert(connection.id, reading).obstacles.find(({ blocking }) => blocking),
  };
}
