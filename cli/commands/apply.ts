import { applyPlan } from '../../src/connection/apply/applyPlan';
import { missingRights } from '../../src/connection/plan/rights';
import type { Plan } from '../../src/connection/plan/types';
import type { GrafanaError } from '../../src/connection/port/grafanaPort';
import type { GrafanaObjects } from '../../src/connection/reading/reading';
import { describeTestVerdict } from '../../src/ui/describeTestVerdict';
import type { FleetConnection, FleetGrafana } from '../config/fleet';
import { EXIT, type ExitCode } from '../exitCodes';
import type { OpenGrafana } from '../grafana/openGrafana';
import type { Row } from '../report';
import { describeFailure } from '../words/describeFailure';
import { readObjects, stoppedRow, type Context } from './context';
import { outcomeOf } from './outcomeOf';
import { planOne } from './planOne';
import type { Prepared } from './prepare';

/** Another run may be at the same Grafana: its changes are looked at, and planned with, so often. */
const MOST_PLANS = 3;

/** What a new look may mend: another run was quicker, or a replica lags behind. */
const LOOKED_AT_ANEW: ReadonlyArray<GrafanaError['reason'] | undefined> = [
  'changedMeanwhile',
  'wentOver',
  'withoutEffect',
  'outdated',
  'notFound',
];

/** Carries out what was planned for one Grafana, one connection after the other. */
export async function applyGrafana({ grafana, rows: known, asked }: Prepared, context: Context): Promise<Row[]> {
  if (!asked) {
    return known;
  }
  let objects: GrafanaObjects | undefined = asked.objects;
  const rows: Row[] = [];
  for (const { connection, planned } of asked.plans) {
    if (planned.outlook === 'refused') {
      rows.push(planned.row);
    } else if (context.signal.aborted) {
      rows.push(stoppedRow(grafana.name, connection.name));
    } else {
      const applied: Applied = await applyOne(grafana, connection, asked, objects, context);
      rows.push(applied.row);
      objects = applied.hasWritten ? undefined : objects;
    }
  }
  return rows;
}

interface Applied {
  row: Row;
  /** What was read before may no longer hold. */
  hasWritten: boolean;
}

async function applyOne(
  grafana: FleetGrafana,
  connection: FleetConnection,
  { open, folders }: Pick<NonNullable<Prepared['asked']>, 'open' | 'folders'>,
  read: GrafanaObjects | undefined,
  { options, signal }: Context
): Promise<Applied> {
  let objects = read;
  const base = { grafana: grafana.name, connection: connection.name };
  let isTested = !options.test;
  for (let round = 1; ; round += 1) {
    if (!objects) {
      const again = await readObjects(open);
      if (!again.ok) {
        return {
          row: { ...base, state: 'failed', detail: again.error.text, code: again.error.code },
          hasWritten: true,
        };
      }
      objects = again.value;
    }
    const planned = planOne(grafana, connection, open, { objects, folders });
    if (!planned || planned.outlook !== 'changes') {
      const row = planned?.row ?? { ...base, state: 'unchanged', detail: '', code: EXIT.ok };
      return { row, hasWritten: round > 1 };
    }
    const { plan, row } = planned;
    if (!isTested) {
      const refusal = await testBefore(plan, open);
      if (refusal) {
        return { row: { ...row, state: refusal.state, detail: refusal.text, code: refusal.code }, hasWritten: false };
      }
      isTested = true;
    }
    if (signal.aborted) {
      return { row: stoppedRow(grafana.name, connection.name), hasWritten: false };
    }
    const outcome = await applyPlan(plan, open.client, { signal });
    if (!LOOKED_AT_ANEW.includes(outcome.error?.reason) || round >= MOST_PLANS) {
      return { row: { ...row, ...outcomeOf(outcome, plan, 'applied') }, hasWritten: true };
    }
    objects = undefined;
  }
}

/**
 * A new contact point is made only once a test alert with its settings was accepted, as in the wizard. Undefined when
 * nothing speaks against it, which is also so for a plan that makes none, and where the token may not send tests.
 */
async function testBefore(
  plan: Plan,
  { client, granted, doors }: OpenGrafana
): Promise<{ state: string; text: string; code: ExitCode } | undefined> {
  const command = plan.steps.find(({ object }) => object === 'alertContactPoint')?.command;
  if (command?.kind !== 'createIntegration' || missingRights(granted, 'test', doors).length > 0) {
    return undefined;
  }
  const answer = await client.testIntegration(command.integration);
  if (!answer.ok) {
    return {
      state: 'failed',
      text: `The test alert could not be sent. ${describeFailure(answer.error)}`,
      code: EXIT.notAsked,
    };
  }
  if (answer.value.kind === 'accepted') {
    return undefined;
  }
  const { title, text } = describeTestVerdict(answer.value, {
    redirectRisk: false,
    isHeartbeat: false,
    isTracked: false,
  });
  const detail = `The test alert was not accepted, so nothing was made. ${title}. ${text}`;
  return { state: 'refused', text: detail, code: EXIT.refused };
}
