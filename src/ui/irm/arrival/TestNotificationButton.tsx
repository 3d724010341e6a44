import { t, Trans } from '@grafana/i18n';
import { Button, Checkbox, Stack, Text } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { connectionId, endpointOfUrl } from '../../../connection/endpoint/identity';
import type { Integration } from '../../../connection/model';
import type { GrafanaError, TestVerdict } from '../../../connection/port/grafanaPort';
import type { Result } from '../../../connection/result';
import { ArrivalQuestion } from '../../ArrivalQuestion';
import { GrafanaErrorAlert } from '../../GrafanaErrorAlert';
import { MissingRights } from '../../MissingRights';
import { useServices } from '../../data/services';
import { TestVerdictAlert } from '../../TestVerdictAlert';
import { useMissingRights } from '../../useMissingRights';
import { useIntegration } from '../useIntegration';
import { ArrivalProof } from './ArrivalProof';
import { BeforeTest } from './BeforeTest';
import { newTestId } from './newTestId';
import { forgetOpenTest, openTestsOf, rememberOpenTest, type OpenTest } from './openTests';
import { OpenTestOffer } from './OpenTestOffer';
import { BeatNotTold, WithApi } from './WithApi';

interface Props {
  integration: Integration;
  onVerdict?: (verdict: TestVerdict) => void;
}

interface Sent extends OpenTest {
  resolvesAfterwards: boolean;
}

/**
 * Really sends one message through a contact point and says what came back. An alert is then looked for in IRM through
 * its API and resolved there; without the API the person is asked whether it arrived.
 */
export function TestNotificationButton(props: Props) {
  // What was said of a test holds for the address it went to.
  return <TestOf key={props.integration.url} {...props} />;
}

function TestOf({ integration, onVerdict }: Props) {
  const { grafana, irm, settings } = useServices();
  const isServiceAccount = settings.irm.credential === 'serviceAccount';
  const missing = useMissingRights('test');
  const address = endpointOfUrl(integration.url);
  const isHeartbeat = address?.isHeartbeat ?? false;
  const sentTo = irm && !isHeartbeat ? address?.endpoint : undefined;
  const connection = sentTo ? connectionId(sentTo) : '';
  const reading = useIntegration(sentTo);
  const known = reading.found?.kind === 'found' ? reading.found.integration : undefined;
  const mayResolve = sentTo !== undefined && (known !== undefined || (!reading.found && !reading.error));
  const [isToResolve, setIsToResolve] = useState(true);
  const [left, setLeft] = useState(() => openTestsOf(connection));
  const test = useMutation({
    mutationFn: ({ testId }: Sent) => grafana.testIntegration(integration, sentTo && testId),
    onSuccess: (result, { testId }) => {
      if (!mayHaveArrived(result)) {
        forgetOpenTest(testId);
      }
      if (result.ok) {
        onVerdict?.(result.value);
      }
    },
  });

  function send() {
    if (test.isPending) {
      return;
    }
    const sent = { connection, testId: newTestId(), sentAt: Date.now() };
    if (sentTo) {
      setLeft(openTestsOf(connection));
      // Nobody here could resolve it later, either.
      if (!isServiceAccount) {
        rememberOpenTest(sent);
      }
    }
    test.mutate({ ...sent, resolvesAfterwards: mayResolve && isToResolve && !isServiceAccount });
  }

  const result = test.isPending ? undefined : test.data;
  const sent = test.variables;
  const isAccepted = result?.ok === true && result.value.kind === 'accepted';
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      <TestNote isHeartbeat={isHeartbeat} isTracked={sentTo !== undefined} />
      {sentTo && <BeforeTest reading={reading} />}
      <MissingRights missing={missing} />
      {sentTo &&
        known &&
        left.map((one) => (
          <OpenTestOffer
            key={one.testId}
            test={one}
            sentTo={sentTo}
            integration={known}
            onDismiss={() => setLeft(left.filter(({ testId }) => testId !== one.testId))}
          />
        ))}
      {mayResolve && (
        <div>
          <Checkbox
            value={isToResolve && !isServiceAccount}
            disabled={missing.length > 0 || isServiceAccount}
            onChange={(event) => setIsToResolve(event.currentTarget.checked)}
            label={t('irm.arrival.resolve-afterwards', 'Resolve it in IRM afterwards')}
            description={
              isServiceAccount
                ? t(
                    'irm.arrival.no-service-account',
                    'IRM does not let service accounts resolve alert groups. Once the test arrives, its link leads there.'
                  )
                : t('irm.arrival.resolve-afterwards-text', 'Whoever is on call may be notified meanwhile.')
            }
          />
        </div>
      )}
      <div>
        <Button
          icon={test.isPending ? 'spinner' : 'message'}
          variant="secondary"
          disabled={missing.length > 0}
          aria-disabled={missing.length > 0 || test.isPending}
          onClick={send}
        >
          {test.isPending
            ? t('ui.test.sending', 'Sending...')
            : isHeartbeat
              ? t('ui.test.send-beat', 'Send heartbeat')
              : t('ui.test.send', 'Send test alert')}
        </Button>
      </div>
      <div aria-live="polite">
        {result?.ok === true && (
          <TestVerdictAlert verdict={result.value} integration={integration} isTracked={sentTo !== undefined} />
        )}
        {result?.ok === false && <GrafanaErrorAlert error={result.error} />}
        {sentTo && sent && result && mayHaveArrived(result) && (
          <ArrivalProof
            key={sent.testId}
            test={sent}
            resolvesAfterwards={sent.resolvesAfterwards}
            isUncertain={!isAccepted}
            hasOwnPayload={Boolean(integration.otherSettings.payload)}
            {...{ sentTo, reading }}
          />
        )}
        {!sentTo && isAccepted && <ArrivalQuestion key={test.submittedAt} isHeartbeat={isHeartbeat} />}
      </div>
    </Stack>
  );
}

/** Whether IRM may have it: Grafana says so, or nobody knows, because an answer did not come in time. */
function mayHaveArrived(result: Result<TestVerdict, GrafanaError>): boolean {
  if (result.ok) {
    return result.value.kind === 'accepted' || result.value.cause === 'timeout';
  }
  return ['timeout', 'unreachable', 'unexpected'].includes(result.error.reason);
}

function TestNote({ isHeartbeat, isTracked }: { isHeartbeat: boolean; isTracked: boolean }) {
  return (
    <>
      <Text element="p" color="secondary">
        {isHeartbeat ? (
          <Trans i18nKey="ui.test.heartbeat-note">
            This counts as a heartbeat. IRM starts monitoring with the first one, and alerts when heartbeats stop.
          </Trans>
        ) : isTracked ? (
          <Trans i18nKey="irm.arrival.note">
            Each test opens a new alert group in IRM and may page someone. The plugin looks for it there.
          </Trans>
        ) : (
          <Trans i18nKey="ui.test.alert-note">
            Each test opens a new alert group in IRM and may page someone. Resolve it in IRM afterwards.
          </Trans>
        )}
      </Text>
      {isHeartbeat ? <BeatNotTold /> : <WithApi />}
    </>
  );
}
