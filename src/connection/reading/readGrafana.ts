import { FOLDER } from '../desired/objects';
import type { Integration } from '../model';
import type { FolderRules, FolderState, GrafanaError, GrafanaPort, GrafanaResult } from '../port/grafanaPort';
import { failure, success, type Result } from '../result';
import { withoutRealAlerts } from '../desired/realAlertMark';
import { contradicted } from './contradicted';
import { elsewhereOnDemand } from './elsewhereOnDemand';
import type { Elsewhere } from './elsewhereTypes';
import { heartbeatNames } from './heartbeatNames';
import type { GrafanaReading, ReadingPart } from './reading';

/** Label that every heartbeat rule of the plugin carries, by which its alerts are found. */
const HEARTBEAT_LABEL = { name: 'heartbeat', value: 'true' } as const;

/** What need not be asked for, from the reading before. */
interface Known {
  folder?: FolderState | 'unread';
  /** Asked for all the same where the deliveries fail, so that no reading rests on what was kept alone. */
  integrations?: readonly Integration[] | undefined;
  /** Where rules outside of our folder were found. */
  elsewhere?: Elsewhere | undefined;
}

/**
 * Reads the state of all connections with at most 5 requests: contact points, rules of our folder, deliveries; then,
 * only when there are such rules, their states and alerts. None of the answers grows with the organisation's rules. What
 * heartbeats outside of our folder take is told at `withElsewhere`.
 * The folder itself is not asked for: the ruler's answer proves that it exists; only a refusal costs one request more,
 * and then there are no rules to ask for (so 4). Fails only when the contact points cannot be read, because without
 * them no connection is known; also where there are none, nobody else could be asked about that, and rules of ours send
 * to some.
 *
 * `folder` is what the last reading found of it. Before the first heartbeat there is none, and asking for its rules then
 * would write an error into the browser's console each time. So where it was not there, or nobody has looked yet, its
 * rules are asked for once the contact points tell of a heartbeat, or a search finds it. A page that opens asks for their
 * states along with them, rather than later.
 */
export async function readGrafana(
  port: GrafanaPort,
  { folder = 'present', integrations: listed, elsewhere }: Known = {}
): GrafanaResult<GrafanaReading> {
  const [list, atOnce, deliveries] = await Promise.all([
    listed ? undefined : port.listIntegrations(),
    folder === 'present' ? port.readFolderRules(FOLDER.uid) : undefined,
    port.deliveries(),
  ]);
  const kept = listed && deliveries.ok && success({ value: listed, serverTime: deliveries.value.serverTime });
  const integrations = list ?? (kept || (await port.listIntegrations()));
  if (!integrations.ok) {
    return integrations;
  }
  const readOthers = () =>
    Promise.all([port.ruleStatuses(FOLDER.uid), port.alertsWithLabel(HEARTBEAT_LABEL.name, HEARTBEAT_LABEL.value)]);
  const isExpected = atOnce === undefined && hasHeartbeats(integrations.value.value, elsewhere);
  const [rules, others] = await Promise.all([
    atOnce ?? (isExpected ? port.readFolderRules(FOLDER.uid) : readIfFound(port)),
    isExpected && folder === 'unread' ? readOthers() : undefined,
  ]);
  const { rules: found, realAlertRules } = withoutRealAlerts(rules.ok ? rules.value.rules : []);
  const hasRules = found.length > 0;
  const aimedAt = found.map(({ receiver }) => receiver).filter((name) => name !== '');
  if ('isUnconfirmed' in integrations.value && aimedAt.length > 0) {
    return failure(contradicted(aimedAt));
  }
  const [ruleStatuses, alerts] = hasRules ? (others ?? (await readOthers())) : [undefined, undefined];
  const reading: GrafanaReading = {
    integrations: integrations.value.value,
    folder: rules.ok ? { state: rules.value.state, title: rules.value.title } : { state: 'hidden', title: undefined },
    rules: found,
    ...(realAlertRules.length > 0 && { realAlertRules }),
    otherRules: rules.ok ? rules.value.otherRules : [],
    evaluation: port.evaluation,
    ...(port.isOwnFolderOnly && { isOwnFolderOnly: true }),
    ruleStatuses: valueOf(ruleStatuses) ?? [],
    deliveries: valueOf(deliveries) ?? [],
    alerts: valueOf(alerts) ?? [],
    problems: {
      ...problem('rules', rules),
      ...problem('ruleStatuses', ruleStatuses),
      ...problem('deliveries', deliveries),
      ...problem('alerts', alerts),
    },
    serverTime: Math.max(
      ...[integrations, deliveries, ruleStatuses, alerts].flatMap((answer) =>
        answer?.ok ? answer.value.serverTime : []
      )
    ),
  };
  return success(await elsewhereOnDemand(port, reading, elsewhere));
}

async function readIfFound(port: GrafanaPort): GrafanaResult<FolderRules> {
  const found = await port.findsFolder(FOLDER.uid);
  return found.ok && !found.value ? NO_FOLDER : port.readFolderRules(FOLDER.uid);
}

const NO_FOLDER = success<FolderRules>({ state: 'absent', title: undefined, rules: [], otherRules: [] });

/** Whether rules are to be expected in our folder: not where each heartbeat has its rule in another one. */
const hasHeartbeats = (integrations: readonly Integration[], { places }: Pick<Elsewhere, 'places'> = { places: [] }) =>
  heartbeatNames(integrations).some((name) => !places.some(({ receivers }) => receivers.includes(name)));

function valueOf<T>(answer: Result<{ value: T }, unknown> | undefined): T | undefined {
  return answer?.ok ? answer.value.value : undefined;
}

function problem(part: ReadingPart, answer: Result<unknown, GrafanaError> | undefined) {
  return answer && !answer.ok ? { [part]: answer.error } : {};
}
