import * as v from 'valibot';
import { receiverUid } from '../connection/plan/granted';
import type { GrafanaError, GrafanaPort } from '../connection/port/grafanaPort';
import type { TestVerdict } from '../connection/port/testVerdict';
import { TEST_LABEL } from '../connection/desired/objects';
import type { Integration } from '../connection/model';
import { failure, mapResult, success, type Result } from '../connection/result';
import { storedSecrets, without, type Settings } from '../connection/webhook/access';
import { orNotServed, requestJson } from './request';
import type { ReceiverTestGeneration } from './capabilities';
import { notificationsPath } from './platform';
import { errorOfAnswer, errorOfNoAnswer } from './errors';
import { TEST_TIMEOUT_MS, type Transport } from '../transport/transport';
import { settingsToWire } from './wire/contactPointToWire';
import {
  integrationTestAnswer,
  receiversTestAnswer,
  verdictOfIntegration,
  verdictOfReceivers,
} from './wire/testAnswer';

type TestAlert = ReturnType<typeof testAlert>;
type Verdict = Result<TestVerdict, GrafanaError>;

/** The alert that a test sends. Its texts are what a person looks for in IRM, its label what the plugin looks for. */
export const testAlert = (testId: string) => ({
  labels: { alertname: 'IRM Connect test', [TEST_LABEL]: testId, severity: 'none' },
  annotations: {
    summary: 'Test notification from IRM Connect',
    description: 'Sent by hand to see whether alerts arrive. Nothing is wrong. Resolve it when you have seen it.',
  },
});

const GENERATIONS: readonly ReceiverTestGeneration[] = ['old', 'v1beta1', 'v0alpha1'];

/**
 * Tests contact points through whichever of Grafana's three test APIs answers: the oldest on 12 (410 from 13 on), then
 * those of the app platform. What worked is remembered for the life of the client.
 */
export function receiverTestCalls(
  transport: Transport,
  options: { namespace: string; firstTry?: ReceiverTestGeneration }
): Pick<GrafanaPort, 'testIntegration'> {
  let known = options.firstTry;
  return {
    async testIntegration(integration, testId = 'true') {
      const order = [...new Set([...(known ? [known] : []), ...GENERATIONS])];
      const message = 'no test API answered';
      let last: Verdict = failure({ reason: 'notFound', message, status: undefined });
      let path = '';
      for (const generation of order) {
        path = testPath(generation, options.namespace, integration);
        const verdict = await testThrough(transport, { generation, path }, integration, testAlert(testId));
        if (verdict.ok || verdict.error.reason !== 'notFound') {
          known = generation;
          return verdict;
        }
        last = verdict;
      }
      return isTestedByName(integration) ? last : orNotServed(last, { path });
    },
  };
}

/** Where a generation takes a test. */
function testPath(generation: ReceiverTestGeneration, namespace: string, integration: Integration): string {
  return generation === 'old'
    ? '/api/alertmanager/grafana/config/api/v1/receivers/test'
    : `${notificationsPath(namespace, generation, 'receivers')}/${testedReceiver(integration)}/test`;
}

async function testThrough(
  transport: Transport,
  { generation, path }: { generation: ReceiverTestGeneration; path: string },
  integration: Integration,
  alert: TestAlert
): Promise<Verdict> {
  const verdict = await (generation === 'old'
    ? testReceivers(transport, path, integration, alert)
    : testThroughPlatform(transport, path, integration, alert));
  return !verdict.ok && CONFLICTS.includes(verdict.error.reason)
    ? failure({ ...verdict.error, reason: 'unexpected' })
    : verdict;
}

/** What a conflict says of an object that is written. A test writes none, so that nobody knows what it means here. */
const CONFLICTS: ReadonlyArray<GrafanaError['reason']> = ['changedMeanwhile', 'nameTaken', 'uidTaken', 'inUse'];

/** 12.x. A target that is too slow makes a 408 of the same form as any other verdict. */
async function testReceivers(
  transport: Transport,
  path: string,
  integration: Integration,
  alert: TestAlert
): Promise<Verdict> {
  const config = {
    // Grafana answers 500 "unknown receiver" for the uid of a contact point that is not saved yet. One with stored secrets
    // is saved: by its uid every secret that is not sent along is taken from there
    // (docs/facts.md#testing-a-contact-point).
    uid: storedSecrets(integration.otherSettings).length > 0 ? integration.uid : '',
    name: integration.name,
    type: integration.type,
    settings: testSettings(integration),
    disableResolveMessage: integration.disableResolveMessage,
  };
  const result = await transport.request({
    method: 'POST',
    path,
    body: { receivers: [{ name: integration.name, grafana_managed_receiver_configs: [config] }], alert },
    timeoutMs: TEST_TIMEOUT_MS,
  });
  if (!result.ok) {
    return failure(errorOfNoAnswer(result.error));
  }
  const read = v.safeParse(receiversTestAnswer, result.value.body);
  const verdict = read.success ? verdictOfReceivers(read.output) : undefined;
  return verdict ? success(verdict) : failure(errorOfAnswer(result.value, transport.way));
}

async function testThroughPlatform(
  transport: Transport,
  path: string,
  integration: Integration,
  alert: TestAlert
): Promise<Verdict> {
  const answer = await requestJson(
    transport,
    {
      method: 'POST',
      path,
      body: {
        integration: {
          type: integration.type,
          version: 'v1',
          settings: testSettings(integration),
          ...storedPart(integration),
        },
        alert,
      },
      timeoutMs: TEST_TIMEOUT_MS,
    },
    integrationTestAnswer
  );
  return mapResult(answer, ({ value }) => verdictOfIntegration(value));
}

/**
 * `-` is a contact point that is not saved, for which Grafana takes no stored secrets
 * (docs/facts.md#testing-a-contact-point).
 */
const testedReceiver = (integration: Integration): string =>
  isTestedByName(integration) ? receiverUid(integration.name) : '-';

/** Then it may be that one that was not found. */
const isTestedByName = ({ otherSettings }: Integration): boolean => storedSecrets(otherSettings).length > 0;

function storedPart({ uid, otherSettings }: Integration) {
  const places = storedSecrets(otherSettings);
  return places.length > 0 && { uid, secureFields: Object.fromEntries(places.map((place) => [place, true])) };
}

/** Without the placeholders that Grafana shows in place of stored secrets. */
const testSettings = (integration: Integration): Settings =>
  storedSecrets(integration.otherSettings).reduce<Settings>(without, settingsToWire(integration));
