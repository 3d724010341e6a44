import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { connectionId, endpointOfUrl } from '../../../connection/endpoint/identity';
import type { Integration } from '../../../connection/model';
import type { GrafanaError } from '../../../connection/port/grafanaPort';
import { leavesDoubt } from '../../../connection/leavesDoubt';
import type { TestVerdict } from '../../../connection/port/testVerdict';
import type { Result } from '../../../connection/result';
import { useServices } from '../../data/services';
import { useMissingRights } from '../../useMissingRights';
import { useTellLeft } from '../../useTellLeft';
import { useIntegration } from '../useIntegration';
import { forgetOpenTest, openTestsOf, rememberOpenTest, type OpenTest } from './openTests';
import { endOfTest } from './testTexts';

type Answer = Result<TestVerdict, GrafanaError>;

interface Sent extends OpenTest {
  resolvesAfterwards: boolean;
  /** What was tested, which need not be saved. */
  integration: Integration;
}

/**
 * Really sends one message with the settings of an integration, saved or not, and keeps what came of it. An alert can
 * then be looked for in IRM, where its API is set up: `sentTo` is the address to look under.
 */
export function useTest(url: string) {
  const { grafana, irm, settings } = useServices();
  const isServiceAccount = settings.irm.credential === 'serviceAccount';
  const missing = useMissingRights('test');
  const address = endpointOfUrl(url);
  const isHeartbeat = address?.isHeartbeat ?? false;
  const sentTo = irm && !isHeartbeat ? address?.endpoint : undefined;
  const connection = sentTo ? connectionId(sentTo) : '';
  const reading = useIntegration(sentTo);
  const known = reading.found?.kind === 'found' ? reading.found.integration : undefined;
  const mayResolve = sentTo !== undefined && (known !== undefined || (!reading.found && !reading.error));
  const [isToResolve, setIsToResolve] = useState(true);
  const [left, setLeft] = useState(() => openTestsOf(connection));
  const isUnderWay = useRef(false);
  const tellLeft = useTellLeft();
  const test = useMutation({
    mutationFn: ({ integration, testId }: Sent) => grafana.testIntegration(integration, sentTo && testId),
    onSuccess: (result, { testId }) => {
      if (!mayHaveArrived(result)) {
        forgetOpenTest(testId);
      }
      tellLeft(isAccepted(result), endOfTest(isHeartbeat, mayHaveArrived(result)));
    },
    onSettled: () => (isUnderWay.current = false),
  });

  /** Undefined while another test is under way. */
  async function send(integration: Integration): Promise<Answer | undefined> {
    // Two presses can be quicker than the button shows the first.
    if (isUnderWay.current) {
      return undefined;
    }
    isUnderWay.current = true;
    const sent = { connection, testId: newTestId(), sentAt: Date.now() };
    if (sentTo) {
      setLeft(openTestsOf(connection));
      // Nobody here could resolve it later, either.
      if (!isServiceAccount) {
        rememberOpenTest(sent);
      }
    }
    return test.mutateAsync({
      ...sent,
      integration,
      resolvesAfterwards: mayResolve && isToResolve && !isServiceAccount,
    });
  }

  return {
    missing,
    isHeartbeat,
    isServiceAccount,
    sentTo,
    /** IRM's integration at the address, as far as it was looked up. */
    reading,
    known,
    mayResolve,
    isToResolve: isToResolve && !isServiceAccount,
    setIsToResolve,
    /** Tests whose page was left before they were seen resolved. */
    left,
    dismiss: (testId: string) => setLeft(left.filter((one) => one.testId !== testId)),
    send,
    isSending: test.isPending,
    /** What came of the last one; undefined before, and while one is under way. */
    last: test.isPending || !test.data ? undefined : { answer: test.data, sent: test.variables as Sent },
    forget: test.reset,
  };
}

export type Test = ReturnType<typeof useTest>;

export const isAccepted = (answer: Answer): boolean => answer.ok && answer.value.kind === 'accepted';

/** Whether IRM may have it: Grafana says so, or nobody knows, because an answer did not come in time or tells nothing. */
export const mayHaveArrived = (result: Answer): boolean =>
  result.ok ? result.value.kind === 'accepted' || result.value.cause === 'timeout' : leavesDoubt(result.error);

/** A value that no other test has. `crypto.randomUUID` does not exist on pages served over plain http, this does. */
export function newTestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `irmc-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
