import { equal } from '../equal';
import { leavesDoubt, mayStillCome } from '../leavesDoubt';
import { failure, success, type Result } from '../result';
import { compareWith, isSameChoice, isSameTree } from './sameRouting';
import type { PolicyTree, Raw, RoutingPlan, RoutingPort, RulePlan, RuleRouting, StoredPolicy } from './types';

/** What undoes a change for as long as nobody else changed the same. `after` is what the plugin wrote. */
export type RoutingUndo =
  | { kind: 'tree'; before: PolicyTree; after: StoredPolicy }
  /** `found`: the rule as it stood then; undefined where nobody could look. */
  | { kind: 'rule'; before: RuleRouting; after: Raw | undefined; found: RuleRouting | undefined };

export interface Applied {
  /** Undefined where somebody changed the same right after, or did it first. */
  undo: RoutingUndo | undefined;
}

type Error = { reason: string; message: string; status: number | undefined };

/** Somebody changed what the plan rests on, so nothing was written. */
const CHANGED = {
  reason: 'changedMeanwhile',
  message: 'It was changed since this page read it',
  status: undefined,
} as const;

/** It was written, and somebody changed it again at once. */
const CHANGED_AFTER = { ...CHANGED, message: 'It was changed again right after it was written' } as const;

/** It was answered as written, and all is as before. */
const WITHOUT_EFFECT = {
  reason: 'withoutEffect',
  message: 'It was answered as written, and is as it was before',
  status: undefined,
} as const;

type Changed = typeof CHANGED | typeof CHANGED_AFTER | typeof WITHOUT_EFFECT;

/** Why it was not done. `undo`: it may have been done all the same, or may still come, and this takes it back. */
export type NotDone<E> = (E | Changed) & { undo?: RoutingUndo | undefined };

/** Whether what was written may stand although a look did not show it, or there was none. */
const isOpen = (written: Result<void, Error>, wasLookedAt: boolean): boolean =>
  written.ok || (leavesDoubt(written.error) && (!wasLookedAt || mayStillCome(written.error)));

/**
 * Writes a plan: reads the tree once more and compares it, writes it, and looks at what stands now. A lost answer counts
 * as what the last look found, and what stands already is not written again.
 */
export async function applyRouting<E extends Error>(
  port: RoutingPort<E>,
  { before, after }: Pick<RoutingPlan, 'before' | 'after'>
): Promise<Result<Applied, NotDone<E>>> {
  const undo: RoutingUndo = { kind: 'tree', before, after };
  return writeTree(port, after, { isExpected: (now) => isSameTree(now, before), undo });
}

/** The same for one rule. */
export async function applyRule<E extends Error>(
  port: RoutingPort<E>,
  { before, settings }: Pick<RulePlan, 'before' | 'settings'>
): Promise<Result<Applied, NotDone<E>>> {
  return writeRule(port, settings, { uid: before.uid, isExpected: (now) => equal(now.source, before.source), before });
}

interface HowOfRule {
  uid: string;
  /** Whether what the rule chooses may be written over. */
  isExpected(now: RuleRouting): boolean;
  /** What a way back leads to, where there is to be one. */
  before?: RuleRouting;
}

async function writeRule<E extends Error>(
  port: RoutingPort<E>,
  settings: RulePlan['settings'],
  { uid, isExpected, before }: HowOfRule
): Promise<Result<Applied, NotDone<E>>> {
  const now = await port.readRuleRouting(uid);
  if (!now.ok) {
    return now;
  }
  if (!isExpected(now.value)) {
    return isSameChoice(settings, now.value.settings) ? DONE_ALREADY : failure(CHANGED);
  }
  const written = await port.writeRuleRouting(settings, now.value);
  const found = await port.readRuleRouting(uid);
  const stands = found.ok && isSameChoice(settings, found.value.settings);
  const undo: RoutingUndo | undefined = before && {
    kind: 'rule',
    before,
    after: settings,
    found: found.ok ? found.value : undefined,
  };
  const open = isOpen(written, found.ok) && undo ? { undo: { ...undo, found: undefined } } : {};
  if (!written.ok && !stands) {
    return failure({ ...written.error, ...open });
  }
  if (found.ok && found.value.receiver !== receiverIn(settings)) {
    return failure(equal(found.value.source, now.value.source) ? { ...WITHOUT_EFFECT, ...open } : CHANGED_AFTER);
  }
  // Where nobody could look, undo looks by itself whether it is still what was written.
  return success({ undo: stands || !found.ok ? undo : undefined });
}

const receiverIn = (settings: RulePlan['settings']) => settings?.['receiver'] || undefined;

/** Puts back what was there, unless somebody changed it since. Done, too, where it stands already. */
export async function undoRouting<E extends Error>(
  port: RoutingPort<E>,
  undo: RoutingUndo
): Promise<Result<Applied, NotDone<E>>> {
  const undone =
    undo.kind === 'tree'
      ? await writeTree(port, undo.before.root, { isExpected: (now) => compareWith(undo.after, now.root) === 'same' })
      : await writeRule(port, undo.before.settings, {
          uid: undo.before.uid,
          isExpected: (now) =>
            undo.found ? equal(now.source, undo.found.source) : isSameChoice(undo.after, now.settings),
        });
  return undone.ok ? success({ undo: undefined }) : undone;
}

const DONE_ALREADY = success<Applied>({ undo: undefined });

interface How {
  /** Whether the tree may be written over. */
  isExpected(now: PolicyTree): boolean;
  undo?: RoutingUndo;
}

async function writeTree<E extends Error>(
  port: RoutingPort<E>,
  wanted: StoredPolicy,
  { isExpected, undo }: How
): Promise<Result<Applied, NotDone<E>>> {
  const now = await port.readTree();
  if (!now.ok) {
    return now;
  }
  if (!isExpected(now.value)) {
    return compareWith(wanted, now.value.root) === 'same' ? DONE_ALREADY : failure(CHANGED);
  }
  const written = await port.writeTree(wanted, now.value);
  const found = await port.readTree();
  const stands = found.ok ? compareWith(wanted, found.value.root) : undefined;
  const open = isOpen(written, found.ok) ? { undo } : {};
  if (!written.ok && stands !== 'same' && stands !== 'alike') {
    return failure({ ...written.error, ...open });
  }
  if (stands === 'other') {
    return failure(found.ok && isSameTree(found.value, now.value) ? { ...WITHOUT_EFFECT, ...open } : CHANGED_AFTER);
  }
  // Where nobody could look, undo looks by itself whether it is still what was written.
  return success({ undo: stands === 'alike' ? undefined : undo });
}
