import { endpointOfUrl } from '../../src/connection/endpoint/identity';
import { BRIEF, findArrival, PATIENT } from '../../src/connection/irm/arrival';
import type { SentTest } from '../../src/connection/irm/arrivalLook';
import { isClosed, resolveTest } from '../../src/connection/irm/arrivalResolve';
import { createIntegration, lackingOf, type LostRequest } from '../../src/connection/irm/createIntegration';
import { findIntegration } from '../../src/connection/irm/findIntegration';
import type { IrmPort } from '../../src/connection/irm/irmPort';
import type { Integration } from '../../src/connection/model';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import type { Wish } from './wishes';

interface Place {
  irm: IrmPort;
  grafana: GrafanaPort;
  /** Lets time pass, in milliseconds. */
  wait(ms: number): Promise<void>;
  now(): number;
}

/** `done`, or the reason for which it is not. */
type Outcome = 'done' | { why: string };

/** What a person does on those parts of the pages that ask IRM. Remembers what an open page does. */
export function createIrmPages({ irm, grafana, wait, now }: Place) {
  let lost: LostRequest | undefined;
  let openTest: SentTest | undefined;
  let tests = 0;

  /** Whoever hears that the title is taken uses the integration that has it. */
  async function create({ name, chainId }: Extract<Wish, { do: 'createIntegration' }>): Promise<Outcome> {
    const asked = {
      type: 'alertmanager',
      name,
      description: '',
      teamId: undefined,
      escalationChainId: chainId,
      templates: {},
    };
    const creation = await createIntegration(irm, asked, lost);
    lost = creation.kind === 'error' ? creation.lost : undefined;
    const integration = creation.kind === 'error' ? creation.existing : creation.integration;
    if (!integration) {
      return { why: creation.kind === 'error' ? creation.error.reason : 'nothing there' };
    }
    if (lackingOf(asked, integration).length === 0) {
      return 'done';
    }
    const updated = await irm.updateIntegration(integration.id, { escalationChainId: chainId });
    return updated.ok ? 'done' : { why: updated.error.reason };
  }

  /** Sends a test, or looks again for the one that was sent, and sees it resolved. */
  async function test(contactPoint: Integration): Promise<Outcome> {
    const endpoint = endpointOfUrl(contactPoint.url)?.endpoint;
    const found = endpoint && (await findIntegration(irm, endpoint));
    if (!found?.ok || found.value.kind !== 'found') {
      return { why: found?.ok === false ? found.error.reason : 'not in IRM' };
    }
    const isNew = openTest === undefined;
    tests += 1;
    const sent = openTest ?? { integrationId: found.value.integration.id, testId: `test-${tests}`, sentAt: now() };
    openTest = sent;
    if (isNew) {
      await grafana.testIntegration(contactPoint, sent.testId);
    }
    const tools = { sleep: wait, now, signal: new AbortController().signal };
    const arrival = await findArrival(irm, sent, tools, isNew ? PATIENT : BRIEF);
    if (arrival.kind !== 'arrived') {
      openTest = arrival.kind === 'notArrived' ? undefined : sent;
      return { why: arrival.kind === 'failed' ? arrival.error.reason : arrival.kind };
    }
    const closing = await resolveTest(irm, sent, [arrival.group, ...arrival.copies]);
    if (!isClosed(closing)) {
      return { why: closing.kind };
    }
    openTest = undefined;
    return 'done';
  }

  return { create, test };
}
