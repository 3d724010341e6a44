import type { Openness, OpennessOf } from '../coverage/openness';
import { compilePolicies, type CompiledPolicy, type Resolved } from '../policies/compilePolicies';
import { policiesFor } from '../policies/policyWalk';
import type { Receiver, Receivers } from '../policies/receiver';
import type { LabelSet, NotificationPolicy } from '../policies/types';
import { isBlank, labelProblem, type Label } from './labels';

/** One contact point that an alert would come to. */
export interface PreviewWay {
  receiver: string;
  target: Receiver;
  /** Whether it sends to the connection that the alert is sent for, be it in a form in which IRM may find no alert. */
  isHere: boolean;
  /** False when it depends on what only Grafana evaluates. */
  isCertain: boolean;
  /** Seconds. */
  groupWait: number;
  groupInterval: number;
  repeatInterval: number;
  /** Whether mute or active timings of the policy let it out. */
  openness: Openness;
}

/** What decides where an alert goes. */
export interface PreviewBasis {
  policies: NotificationPolicy;
  receivers: Receivers;
  openness: OpennessOf;
}

/** Where an alert with these labels would go by the policies. Its labels are all known, so it is certain but for regexes. */
export function previewOf(basis: PreviewBasis, alert: LabelSet, connection: string): PreviewWay[] {
  const known = { labels: new Map(Object.entries(alert)), areComplete: true };
  return policiesFor(compilePolicies(basis.policies), known).map(({ resolved, isCertain }) =>
    wayOf(resolved, basis, connection, isCertain)
  );
}

function wayOf(
  resolved: Resolved,
  { receivers, openness }: PreviewBasis,
  connection: string,
  isCertain: boolean
): PreviewWay {
  const { receiver, settled } = resolved;
  const target = receivers(receiver);
  return {
    receiver,
    target,
    isHere: 'connections' in target && target.connections.includes(connection),
    isCertain,
    groupWait: settled.groupWait.value,
    groupInterval: settled.groupInterval.value,
    repeatInterval: settled.repeatInterval.value,
    openness: openness(resolved),
  };
}

/** The ways by which it leaves at some time. */
export const openWays = (ways: readonly PreviewWay[]): PreviewWay[] =>
  ways.filter(({ openness }) => openness !== 'shut');

/** Labels by which policies choose, to pick from: each once, at most so many. */
export function labelsInUse(policies: NotificationPolicy, most = 12): Label[] {
  const found = new Map<string, Label>();
  const collect = ({ matchers, routes }: NotificationPolicy) => {
    for (const { name, operator, value } of matchers) {
      const label = { name, value };
      if (operator === '=' && !isBlank(label) && labelProblem([label], 0) === undefined) {
        found.set(`${name}\n${value}`, label);
      }
    }
    routes.forEach(collect);
  };
  collect(policies);
  return [...found.values()].slice(0, most);
}

/**
 * Labels of an alert that the policies lead to the connection: none where the default policy does, else those that the
 * first such policy asks for; undefined where no policy leads there by plain labels and lets it out.
 */
export function labelsLeadingTo(basis: PreviewBasis, alert: LabelSet, connection: string): Label[] | undefined {
  const leads = (labels: readonly Label[]) =>
    openWays(previewOf(basis, { ...alert, ...asSet(labels) }, connection)).some(
      ({ isHere, isCertain }) => isHere && isCertain
    );
  return candidates(compilePolicies(basis.policies)).find(leads);
}

const asSet = (labels: readonly Label[]) => Object.fromEntries(labels.map(({ name, value }) => [name, value]));

function candidates({ resolved, routes }: CompiledPolicy): Label[][] {
  const asked = resolved.path.flat();
  const labels = asked.flatMap(({ name, operator, value }) => (operator === '=' ? { name, value } : []));
  const isPlain = labels.every((label, index) => labelProblem(labels, index) === undefined && !isBlank(label));
  return [...(isPlain ? [labels] : []), ...routes.flatMap(candidates)];
}
