import { connectionId } from '../../src/connection/endpoint/identity';
import { lookAt } from '../../src/connection/health/look';
import { NO_MEMORY, type StatusMemory } from '../../src/connection/health/memory';
import { overviewOf, type OverviewRow } from '../../src/connection/health/overview';
import type { HealthState } from '../../src/connection/health/types';
import { nameOf } from '../../src/connection/ownership/nameOf';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import { readRouting } from '../../src/connection/routing/readRouting';
import { describeRouting } from '../../src/status/detail/parts/describeRouting';
import { describeNextAction, isWaiting } from '../../src/ui/health/describeNextAction';
import { healthText, outageText } from '../../src/ui/health/healthTexts';
import { stateText } from '../../src/ui/health/stateText';
import type { FailOn } from '../arguments';
import type { FleetConnection, FleetGrafana } from '../config/fleet';
import { EXIT } from '../exitCodes';
import { openGrafana, type OpenGrafana } from '../grafana/openGrafana';
import type { Row } from '../report';
import { describeFailure } from '../words/describeFailure';
import { formatMoment } from '../words/formatMoment';
import { notOpenRow, type Context } from './context';

/** What a watch keeps of one Grafana from look to look. */
export interface Watched {
  open: OpenGrafana;
  memory: StatusMemory;
}

/** How bad a row is, by the verdict that the page would give; the greater, the worse. */
const GRAVITY = { good: 0, unknown: 1, warning: 2, bad: 3 } as const;
type Gravity = keyof typeof GRAVITY;

const OF_STATES: Readonly<Record<HealthState, Gravity>> = {
  ...{ down: 'bad', misconfigured: 'bad', late: 'warning', paused: 'warning', none: 'warning' },
  ...{ unknown: 'unknown', new: 'unknown', up: 'good' },
};

const LEAST_TO_FAIL: Readonly<Record<FailOn, Gravity>> = { down: 'bad', late: 'warning', unknown: 'unknown' };

/** Every connection of one Grafana as the plugin's page judges it, and those of the file that are not there. */
export async function statusOfGrafana(
  grafana: FleetGrafana,
  { options }: Context,
  watched: Map<string, Watched>
): Promise<Row[]> {
  const known = watched.get(grafana.name);
  const opened = known ? { ok: true as const, value: known.open } : await openGrafana(grafana);
  if (!opened.ok) {
    return [notOpenRow(grafana, opened.error)];
  }
  const open = opened.value;
  const look = await lookAt(open.client, known?.memory ?? memoryToBeginWith(grafana), grafana.replicas);
  if (!look.ok) {
    return [notOpenRow(grafana, { code: EXIT.notAsked, text: describeFailure(look.error) })];
  }
  const { reading, memory, driftOf } = look.value;
  watched.set(grafana.name, { open, memory });
  const input = { reading, memory, driftOf, replicas: grafana.replicas };
  const bare = overviewOf(input);
  const [receiverUses, alertmanagers] = await Promise.all([
    bare.rows.length > 0 ? readRouting(open.client, reading) : undefined,
    bare.rows.some(({ health }) => OF_STATES[health.state] !== 'good') ? alertmanagersOf(open.client) : undefined,
  ]);
  const overview = overviewOf({
    ...input,
    ...(receiverUses && { receiverUses }),
    ...(alertmanagers && { alertmanagers }),
  });
  const chosen = overview.rows.filter((row) => options.connections.length === 0 || wantedFor(row, grafana));
  return [
    ...chosen.map((row) => rowOf(grafana.name, row, reading.serverTime, wantedFor(row, grafana), options.failOn)),
    ...grafana.connections
      .filter((wanted) => !overview.rows.some((row) => isSame(row, wanted)))
      .map((wanted) => missingRow(grafana.name, wanted)),
  ];
}

const memoryToBeginWith = ({ replicas }: FleetGrafana): StatusMemory => ({
  ...NO_MEMORY,
  severalReplicas: replicas === 'several',
});

async function alertmanagersOf(client: GrafanaPort) {
  const answer = await client.alertmanagerChoice();
  return answer.ok ? answer.value : undefined;
}

const isSame = ({ connection }: OverviewRow, { name, endpoint }: FleetConnection) =>
  endpoint ? connection.id === connectionId(endpoint) : nameOf(connection) === name;

const wantedFor = (row: OverviewRow, { connections }: FleetGrafana) =>
  connections.find((wanted) => isSame(row, wanted));

function missingRow(grafana: string, { name }: FleetConnection): Row {
  const detail = 'The file has it, and this Grafana does not. Run apply.';
  return { grafana, connection: name, state: 'Missing', detail, code: EXIT.toDo, data: { state: 'missing' } };
}

function rowOf(
  grafana: string,
  { connection, health, routing }: OverviewRow,
  now: number,
  wanted: FleetConnection | undefined,
  failOn: FailOn
): Row {
  const isWithout = health.state === 'none' && wanted?.wish.heartbeat === false;
  const ofHeartbeat: Gravity = isWithout ? 'good' : OF_STATES[health.state];
  const gravity: Gravity =
    routing.kind === 'notRouted' && GRAVITY[ofHeartbeat] < GRAVITY.warning ? 'warning' : ofHeartbeat;
  const isNews = ofHeartbeat !== 'good';
  const detail = [
    isNews || health.forgottenAt !== undefined ? healthText(health, now, formatMoment) : '',
    isNews ? outageText(health, now, formatMoment) : '',
    isNews && health.nextAction !== 'none' && !isWaiting(health.nextAction)
      ? `${describeNextAction(health.nextAction)}.`
      : '',
    routing.kind === 'routed' ? '' : `${describeRouting(routing)}.`,
  ];
  return {
    grafana,
    connection: nameOf(connection),
    state: isWithout || health.state === 'up' ? stateWith(health.state, routing.kind) : stateText(health.state),
    detail: detail.filter((text) => text !== '').join(' '),
    code: GRAVITY[gravity] >= GRAVITY[LEAST_TO_FAIL[failOn]] ? EXIT.toDo : EXIT.ok,
    data: {
      id: connection.id,
      state: health.state,
      reason: health.reason.code,
      nextAction: health.nextAction,
      gravity,
      routing: routing.kind,
      lastBeat: momentOrNull(health.lastBeat),
      pagesFrom: momentOrNull(health.pages?.from),
      hasPaged: health.pages?.hasPaged ?? null,
    },
  };
}

const stateWith = (state: HealthState, routing: OverviewRow['routing']['kind']) =>
  routing === 'notRouted' ? `${stateText(state)} (not routed)` : stateText(state);

const momentOrNull = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());

const STATES_WORST_FIRST = ['missing', 'down', 'misconfigured', 'late', 'unknown', 'paused', 'new', 'none', 'up'];

/** Worst first: Grafanas that could not be asked, then by state, then those without routed alerts. */
export function worstFirst(rows: readonly Row[]): Row[] {
  const rank = ({ code, data }: Row) =>
    data === undefined
      ? code === EXIT.ok
        ? 99
        : -1
      : STATES_WORST_FIRST.indexOf(String(data.state)) * 2 + (data.routing === 'notRouted' ? 0 : 1);
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.index - b.index)
    .map(({ row }) => row);
}
