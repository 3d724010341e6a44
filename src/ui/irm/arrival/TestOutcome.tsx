import { Stack } from '@grafana/ui';
import type { GrafanaError } from '../../../connection/port/grafanaPort';
import { ArrivalQuestion } from '../../ArrivalQuestion';
import { describeGrafanaError } from '../../describeGrafanaError';
import { WriteErrorAlert } from '../../WriteErrorAlert';
import { TestVerdictAlert } from '../../TestVerdictAlert';
import { ArrivalProof } from './ArrivalProof';
import { sentPerhaps } from './testTexts';
import { isAccepted, mayHaveArrived, type Test } from './useTest';

interface Props {
  test: Test;
  /** It was seen in IRM, by its API or by the person. */
  onSeen?: (() => void) | undefined;
}

/** Grafana's verdict on the last test, and whether it arrived: as IRM's API says, or else the person. */
export function TestOutcome({ test: { last, sentTo, reading, isHeartbeat }, onSeen }: Props) {
  if (!last) {
    return null;
  }
  const { answer, sent } = last;
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      {answer.ok ? (
        <TestVerdictAlert verdict={answer.value} integration={sent.integration} isTracked={sentTo !== undefined} />
      ) : (
        <WriteErrorAlert
          error={answer.error}
          advice={mayHaveArrived(answer) ? [sentPerhaps(isHeartbeat), ...beside(answer.error)].join(' ') : undefined}
        />
      )}
      {sentTo && mayHaveArrived(answer) && (
        <ArrivalProof
          key={sent.testId}
          test={sent}
          resolvesAfterwards={sent.resolvesAfterwards}
          isUncertain={!isAccepted(answer)}
          hasOwnPayload={Boolean(sent.integration.otherSettings.payload)}
          {...{ sentTo, reading, onSeen }}
        />
      )}
      {!sentTo && mayHaveArrived(answer) && (
        <ArrivalQuestion key={sent.testId} isHeartbeat={isHeartbeat} onSeen={onSeen} />
      )}
    </Stack>
  );
}

/** What is worth saying beside it. The words for a lost answer call a second try safe, which holds of changes alone. */
function beside(error: GrafanaError): string[] {
  switch (error.reason) {
    case 'timeout':
    case 'unreachable':
    case 'busy':
      return [];
    case 'unexpected':
      return [error.message];
    default:
      return [describeGrafanaError(error).text];
  }
}
