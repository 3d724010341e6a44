import { useState } from 'react';
import { realAlertsIn } from '../../../connection/real-alert/plans';
import type { Live } from '../parts/useLive';
import type { BegunAlert } from './begunAlert';
import { LeftRealAlerts } from './LeftRealAlerts';
import { RealAlertRun } from './RealAlertRun';

interface Props {
  live: Live;
  /** The one that this page has just sent. */
  begun: BegunAlert | undefined;
}

/**
 * A real alert on its way to this connection, whoever sent it, until its report is closed; and those that were left
 * behind.
 */
export default function RealAlertPart({ live, begun }: Props) {
  const { reading } = live.data;
  const [followed, setFollowed] = useState<BegunAlert>();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const found = realAlertsIn(reading, reading.serverTime).find(
    ({ mark, testId, isLeft }) => !isLeft && mark.connection === live.connection.id && !closed.includes(testId)
  );
  const next = begun && !closed.includes(begun.testId) ? begun : found;
  const isNews = next !== undefined && next.testId !== followed?.testId;
  if (isNews && (followed === undefined || next === begun)) {
    // Kept: its report outlasts the rule.
    setFollowed({ mark: next.mark, testId: next.testId });
  }
  return (
    <>
      <LeftRealAlerts data={live.data} except={followed?.testId} />
      {followed && (
        <RealAlertRun
          key={followed.testId}
          live={live}
          begun={followed}
          onClose={() => {
            setClosed([...closed, followed.testId]);
            setFollowed(undefined);
          }}
        />
      )}
    </>
  );
}
