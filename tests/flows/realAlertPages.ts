import { applyPlan } from '../../src/connection/apply/applyPlan';
import { findIntegration } from '../../src/connection/irm/findIntegration';
import { isClosed, resolveTest } from '../../src/connection/irm/arrivalResolve';
import type { IrmPort } from '../../src/connection/irm/irmPort';
import { TEST_LABEL } from '../../src/connection/desired/objects';
import type { Connection } from '../../src/connection/ownership/connections';
import { targetsOf } from '../../src/connection/ownership/targetsOf';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import {
  lookAtRealAlert,
  lookInIrm,
  seenInGrafana,
  seenInIrm,
  seenRule,
} from '../../src/connection/real-alert/observe';
import {
  planEndOfRealAlerts,
  planRealAlert,
  realAlertsIn,
  type FoundRealAlert,
} from '../../src/connection/real-alert/plans';
import { outcomeOf, phaseOf, realAlertFrom, type RealAlert } from '../../src/connection/real-alert/realAlert';
import { wishOf } from '../../src/connection/real-alert/wish';
import type { GrafanaReading } from '../../src/connection/reading/reading';
import { DONE, failedFor, saidOf } from './said';
import type { Said } from './wishes';

interface Place {
  irm: IrmPort;
  grafana: GrafanaPort;
  /** Lets time pass, in milliseconds. */
  wait(ms: number): Promise<void>;
  now(): number;
  /** Undefined when Grafana could not be read. */
  read(): Promise<GrafanaReading | undefined>;
}

const TURN_MS = 10_000;
/** As long as a person would leave the page open, in turns. */
const MOST_TURNS = 80;

type Begun = Pick<FoundRealAlert, 'mark' | 'testId'>;

/** What a person does who sends a real alert and stays on the page of the connection. */
export function createRealAlertPages({ irm, grafana, wait, now, read }: Place) {
  let sent = 0;

  const end = (rules: Array<FoundRealAlert['rule']>, reading: GrafanaReading) =>
    applyPlan(planEndOfRealAlerts(rules, reading), grafana, { wait });

  /** Presses "Send real alert now". Whoever hears of a failure sees behind the dialog whether it runs all the same. */
  async function begin(connection: Connection, reading: GrafanaReading, isDirect: boolean): Promise<Begun | Said> {
    sent += 1;
    // Nobody else's test has this one's value, also not one of an earlier visit. It has as many digits as the page's.
    const testId = `irmc-${`${sent}${now().toString(16)}`.padStart(16, '0')}`;
    const wish = wishOf(
      {
        ...{ startedAt: now(), connection: connection.id, by: 'Anna', testId, labels: [], ways: undefined },
        receiver: isDirect ? connection.alertContactPoint?.name : undefined,
      },
      reading.evaluation
    );
    const outcome = await applyPlan(planRealAlert(wish, reading), grafana, { wait });
    if (outcome.result === 'applied') {
      return wish;
    }
    const found = runningOn(connection, await read());
    return found ?? saidOf(outcome);
  }

  type Found = Awaited<ReturnType<typeof findIntegration>>;
  type Look = Awaited<ReturnType<typeof look>>;

  /** What the page sees with one turn. */
  async function look(before: RealAlert, integration: Found) {
    let alert = before;
    if (alert.endedAt === undefined) {
      alert = seenInGrafana(alert, await lookAtRealAlert(grafana, alert));
    }
    const reading = await read();
    const rule = reading?.realAlertRules?.find(({ labels }) => labels[TEST_LABEL] === alert.testId);
    if (reading && !reading.problems.rules) {
      alert = seenRule(alert, rule !== undefined, reading.serverTime);
    }
    if (alert.firedAt !== undefined && integration.ok && integration.value.kind === 'found') {
      const seen = await lookInIrm(irm, alert, integration.value.integration.id);
      alert = seen.ok ? seenInIrm(alert, seen.value, now()) : alert;
    }
    return { alert, reading, rule };
  }

  /** What the page does about it, and what it says once nothing is left to be done. */
  async function act({ alert, reading, rule }: Look, asksIrm: boolean): Promise<Said | undefined> {
    const phase = phaseOf(alert, now(), asksIrm);
    if (phase.kind === 'ending' && rule && reading) {
      await end([rule], reading);
    }
    if (phase.kind === 'unresolved') {
      const test = { testId: alert.testId, sentAt: alert.mark.startedAt };
      return isClosed(await resolveTest(irm, test, [phase.group])) ? DONE : undefined;
    }
    if (phase.kind !== 'ended') {
      return undefined;
    }
    const shown = outcomeOf(alert, now(), asksIrm)?.kind;
    return shown === 'arrived' || shown === 'delivered'
      ? DONE
      : { ...failedFor(undefined), why: `shows ${shown ?? 'nothing'}` };
  }

  /** As the page does by itself, until nothing is left to be done. */
  async function follow(connection: Connection, first: GrafanaReading, { mark, testId }: Begun): Promise<Said> {
    const points = [connection.alertContactPoint, ...connection.otherAlertContactPoints].flatMap((one) => one ?? []);
    let alert = realAlertFrom({
      ...{ mark, testId, evaluation: first.evaluation, replicas: 1, targets: targetsOf(connection) },
      sendsResolved: points.every(({ disableResolveMessage }) => !disableResolveMessage),
    });
    let integration = await findIntegration(irm, connection.endpoint);
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      await wait(TURN_MS);
      integration = integration.ok ? integration : await findIntegration(irm, connection.endpoint);
      const seen = await look(alert, integration);
      const said = await act(seen, !integration.ok || integration.value.kind === 'found');
      if (said) {
        return said;
      }
      alert = seen.alert;
    }
    return { ...failedFor(undefined), why: 'never over' };
  }

  return {
    /** Opens the page, which ends what is left and follows what runs; without that, sends one. */
    async send(connection: Connection, reading: GrafanaReading, isDirect: boolean): Promise<Said> {
      if (reading.problems.rules) {
        return failedFor(reading.problems.rules);
      }
      const left = realAlertsIn(reading, reading.serverTime).filter(({ isLeft }) => isLeft);
      if (left.length > 0) {
        const outcome = await end(
          left.map(({ rule }) => rule),
          reading
        );
        if (outcome.result !== 'applied') {
          return saidOf(outcome);
        }
      }
      let begun = runningOn(connection, reading) ?? (await begin(connection, reading, isDirect));
      let said: Said = 'told' in begun ? begun : DONE;
      // What a lost answer made twice, the page follows one after the other.
      while (!('told' in begun)) {
        said = await follow(connection, reading, begun);
        const next = said.told === 'done' ? runningOn(connection, await read()) : undefined;
        if (!next) {
          break;
        }
        begun = next;
      }
      return said;
    },
  };
}

function runningOn({ id }: Connection, reading: GrafanaReading | undefined): Begun | undefined {
  return (
    reading && realAlertsIn(reading, reading.serverTime).find(({ mark, isLeft }) => !isLeft && mark.connection === id)
  );
}
