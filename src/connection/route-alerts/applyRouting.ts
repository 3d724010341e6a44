import { equal } from '../equal';
import { failure, success, type Result } from '../result';
import type { NotificationPolicy } from '../coverage/types';
import type { PolicyTree, Raw, RoutingPlan, RoutingPort, RulePlan, RuleRouting, StoredPolicy } from './types';

/** What undoes a change for as long as nobody else changed the same. */
export type RoutingUndo =
  { kind: 'tree'; before: PolicyTree; after: PolicyTree } | { kind: 'rule'; before: RuleRouting; after: RuleRouting };

export interface Applied {
  /** Undefined where somebody changed the same right after, or where it could not be looked at once more. */
  undo: RoutingUndo | undefined;
}

type Error = { reason: string; message: string; status: number | undefined };

/** Somebody changed what the plan rests on, so nothing was written. */
const CHANGED = {
  reason: 'changedMeanwhile',
  message: 'It was changed since this page read it',
  status: undefined,
} as const;

export type Changed = typeof CHANGED;

/**
 * Writes a plan: reads the tree once more and compares it, writes it, and looks at what stands now. A lost answer counts
 * as what the last look found.
 */
export async function applyRouting<E extends Error>(
  port: RoutingPort<E>,
  { before, after }: Pick<RoutingPlan, 'before' | 'after'>
): Promise<Result<Applied, E | Changed>> {
  const now = await port.readTree();
  if (!now.ok) {
    return now;
  }
  if (!isSameTree(now.value, before)) {
    return failure(CHANGED);
  }
  const written = await port.writeTree(after, now.value);
  const found = await port.readTree();
  const stands = found.ok && isSamePolicy(found.value.root, after);
  if (!written.ok && !stands) {
    return written;
  }
  return success({ undo: stands ? { kind: 'tree', before, after: found.value } : undefined });
}

/** The same for one rule. */
export async function applyRule<E extends Error>(
  port: RoutingPort<E>,
  { before, settings }: Pick<RulePlan, 'before' | 'settings'>
): Promise<Result<Applied, E | Changed>> {
  const now = await port.readRuleRouting(before.uid);
  if (!now.ok) {
    return now;
  }
  if (!equal(now.value.source, before.source)) {
    return failure(CHANGED);
  }
  const written = await port.writeRuleRouting(settings, now.value);
  const found = await port.readRuleRouting(before.uid);
  const stands = found.ok && isSameChoice(found.value.settings, settings);
  if (!written.ok && !stands) {
    return written;
  }
  return success({ undo: stands ? { kind: 'rule', before, after: found.value } : undefined });
}

/** Puts back what was there, unless somebody changed it since. */
export function undoRouting<E extends Error>(
  port: RoutingPort<E>,
  undo: RoutingUndo
): Promise<Result<Applied, E | Changed>> {
  return undo.kind === 'tree'
    ? applyRouting(port, { before: undo.after, after: undo.before.root })
    : applyRule(port, { before: undo.after, settings: undo.before.settings });
}

/** Whether two readings found the same tree, down to the fields that the plugin does not know. */
export const isSameTree = (a: PolicyTree, b: PolicyTree): boolean => equal(a.content, b.content);

/** Grafana fills in what a rule leaves out, such as empty lists; what was chosen has to be there. */
function isSameChoice(found: Raw | undefined, wanted: Raw | undefined): boolean {
  return wanted === undefined || found === undefined
    ? wanted === found
    : Object.entries(wanted).every(([name, value]) => equal(found[name] ?? null, value ?? null));
}

/** Whether two trees route alike; how Grafana writes down what it was given may differ. */
function isSamePolicy(a: StoredPolicy, b: StoredPolicy): boolean {
  return equal(meaningOf(a), meaningOf(b));
}

function meaningOf({
  receiver,
  matchers,
  routes,
  groupWait,
  groupInterval,
  repeatInterval,
  ...rest
}: StoredPolicy): NotificationPolicy {
  const timing = { groupWait, groupInterval, repeatInterval };
  return { receiver, matchers, continue: rest.continue, ...timing, routes: routes.map(meaningOf) };
}
