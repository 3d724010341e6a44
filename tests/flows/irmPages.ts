import { endpointOfUrl } from '../../src/connection/endpoint/identity';
import { BRIEF, findArrival, PATIENT } from '../../src/connection/irm/arrival';
import type { SentTest } from '../../src/connection/irm/arrivalLook';
import { isClosed, resolveTest, type GroupToResolve } from '../../src/connection/irm/arrivalResolve';
import { createIntegration, lackingOf, type LostRequest } from '../../src/connection/irm/createIntegration';
import { findIntegration } from '../../src/connection/irm/findIntegration';
import type { IrmPort } from '../../src/connection/irm/irmPort';
import { isLeftByTest, readOpenGroups } from '../../src/connection/irm/openGroups';
import type { Integration } from '../../src/connection/model';
import type { Connection } from '../../src/connection/ownership/connections';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import type { GrafanaReading } from '../../src/connection/reading/reading';
import { DONE, failedFor, nothing } from './said';
import type { Said, Wish } from './wishes';

interface Place {
  irm: IrmPort;
  grafana: GrafanaPort;
  /** Lets time pass, in milliseconds. */
  wait(ms: number): Promise<void>;
  now(): number;
}

/** `done`, or the reason for which it is not. */
type Outcome = 'done' | { why: string };

/** An alert group that the page says a test has left open, with its button. */
interface Left {
  group: GroupToResolve;
  test: Pick<SentTest, 'testId' | 'sentAt'>;
}

/** What a person does on those parts of the pages that ask IRM. Remembers what an open page does. */
export function createIrmPages({ irm, grafana, wait, now }: Place) {
  let lost: LostRequest | undefined;
  let openTest: SentTest | undefined;
  let tests = 0;
  let left: Left[] = [];

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

  /** Looks at the open alert groups on the page of a connection, and resolves those that tests have left. */
  async function resolveLeft(connection: Connection, reading: GrafanaReading, evenWithOthers: boolean): Promise<Said> {
    left = [];
    if (reading.problems.rules) {
      return failedFor(reading.problems.rules);
    }
    const found = await findIntegration(irm, connection.endpoint);
    if (!found.ok || found.value.kind !== 'found') {
      return failedInIrm(found.ok ? found.value.kind : found.error.reason);
    }
    const open = await readOpenGroups(irm, found.value.integration.id);
    if (!open.ok) {
      return failedInIrm(open.error.reason);
    }
    left = open.value.newest.flatMap((group) =>
      isLeftByTest(group, reading) ? [{ group, test: { testId: group.testId, sentAt: group.createdAt } }] : []
    );
    return left.length > 0 ? resolveNext(evenWithOthers) : nothing('up to date');
  }

  /** Presses the button of each, up to the first that does not let itself be resolved; that keeps its button. */
  async function resolveNext(evenWithOthers: boolean): Promise<Said> {
    for (let next = left[0]; next; next = left[0]) {
      let closing = await resolveTest(irm, next.test, [next.group]);
      if (closing.kind === 'holdsOthers' && evenWithOthers) {
        closing = await resolveTest(irm, next.test, [next.group], { evenWithOthers });
      }
      if (!isClosed(closing)) {
        return { ...failedInIrm(closing.kind), isOfferedAgain: true };
      }
      left.shift();
    }
    return DONE;
  }

  return { create, test, resolveLeft, resolveNext, isLeft: () => left.length > 0 };
}

const failedInIrm = (why: string): Said => ({ ...failedFor(undefined), why });
