import { CONNECTION_LABEL, FOLDER } from '../desired/objects';
import { isLocked, isOutdated, type HeartbeatRule } from '../model';
import { groupMates } from '../ownership/rules';
import { leavesGroup } from '../plan/rule';
import { isHalfOf, isRuleAsPlanned, isRuleUntouched } from '../plan/ruleChanges';
import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import { failure, success, type Result } from '../result';
import {
  changedMeanwhile,
  confirmWrite,
  failed,
  FOUND,
  outdated,
  seenAs,
  wentOver,
  withoutEffect,
  type Seen,
  type StepContext,
  type StepResult,
} from './stepResult';

interface WrittenRule {
  rule: HeartbeatRule;
  before: HeartbeatRule | undefined;
  comesBack?: true;
}

/**
 * Writes a rule whose group nobody else has touched since the plan was made. A folder that was made right before holds
 * none, which is as good as a look; but one that may not be written to yet, or an API that is not there, is looked at.
 */
export async function writeRule(context: StepContext, command: WrittenRule): Promise<StepResult> {
  const { rule, before } = command;
  if (!context.isFolderNew || before) {
    return writeAfterLook(context, command);
  }
  const written = await context.port.writeRule(rule, undefined);
  return !written.ok && LOOKED_AT.includes(written.error.reason)
    ? writeAfterLook(context, command)
    : confirmed(context, command, undefined, written);
}

const LOOKED_AT: ReadonlyArray<GrafanaError['reason']> = ['forbidden', 'notFound'];

async function writeAfterLook(context: StepContext, command: WrittenRule): Promise<StepResult> {
  const { rule: planned, before, comesBack } = command;
  const { port, retrying } = context;
  const read = await rulesSince(context, command, before);
  if (!read.ok) {
    return failed(read.error);
  }
  const present = findRule(read.value.rules, planned, comesBack);
  const rule = present && before ? await followRename(port, planned, present, before) : planned;
  if (!('uid' in rule)) {
    return rule;
  }
  const others = [...read.value.rules.filter((one) => one !== present), ...read.value.otherRules];
  const mates = groupMates({ ...rule, uid: present?.uid }, others);
  const isShared = mates.length > 0;
  const returns = comesBack && !mates.some((mate) => 'labels' in mate && mate.labels[CONNECTION_LABEL] !== undefined);
  if (isShared && !leavesGroup(rule, present) && !returns) {
    return changedMeanwhile(`Other rules stand in the group "${rule.group}" meanwhile.`);
  }
  if (present && isRuleAsPlanned(present, rule)) {
    return FOUND;
  }
  // What an earlier run of this plan, or of the one that it takes back, left half-saved is ours to finish.
  const isOurHalf = present !== undefined && (isHalfOf(present, rule) || (before && isHalfOf(present, before)));
  if (!isOurHalf && (before ? !present || !isRuleUntouched(present, before) : present)) {
    return changedMeanwhile(`The rule "${rule.title}" was ${present ? 'changed' : 'removed'} meanwhile.`);
  }
  const written = await retrying(() => port.writeRule(withIdentity(rule, present), present, { isShared }));
  return confirmed(context, { ...command, rule }, present, written);
}

/** Judges a write by what stands in Grafana afterwards. */
async function confirmed(
  context: StepContext,
  command: WrittenRule,
  present: HeartbeatRule | undefined,
  written: Result<void, GrafanaError>
): Promise<StepResult> {
  const { rule, comesBack } = command;
  const result = await confirmWrite(written, ['uidTaken', 'nameTaken', 'notFound', 'changedMeanwhile'], async () => {
    const again = await rulesSince(context, command, present);
    return again.ok ? success(ruleSeenAs(findRule(again.value.rules, rule, comesBack), rule, present)) : again;
  });
  return lookAgain(context, command, present, { result, isAnswered: written.ok });
}

/** How a rule stands that was written, beside the one that stood there before. */
export const ruleSeenAs = (
  now: HeartbeatRule | undefined,
  planned: HeartbeatRule,
  before: HeartbeatRule | undefined
): Seen =>
  seenAs(
    now,
    before,
    (one) => isRuleAsPlanned(one, planned),
    (one, was) => one.version === was.version && one.receiver === was.receiver && isRuleUntouched(one, was)
  );

/**
 * A rule that sends elsewhere than it did when the plan was made: its contact point was renamed, and the plan goes on
 * under the new name, or somebody rerouted it, which is not to be undone without their knowing.
 */
async function followRename(
  port: StepContext['port'],
  planned: HeartbeatRule,
  present: HeartbeatRule,
  before: HeartbeatRule
): Promise<HeartbeatRule | StepResult> {
  if ([before.receiver, planned.receiver].includes(present.receiver)) {
    return planned;
  }
  const listed = await port.listIntegrations();
  if (!listed.ok) {
    return failed(listed.error);
  }
  const names = listed.value.value.map(({ name }) => name);
  if (names.includes(before.receiver) || !names.includes(present.receiver)) {
    return changedMeanwhile(`The rule "${present.title}" was sent to another contact point meanwhile.`);
  }
  return planned.receiver === before.receiver ? { ...planned, receiver: present.receiver } : planned;
}

/** The rule as planned, with what Grafana knows of it by now. */
const withIdentity = (rule: HeartbeatRule, present: HeartbeatRule | undefined): HeartbeatRule => ({
  ...rule,
  uid: present?.uid ?? rule.uid,
  stored: rule.stored ?? present?.stored,
  query: rule.query ?? present?.query,
});

/**
 * Grafana counts how often a rule was saved and does not ask which state a writer saw. A count that rose by more than
 * our own saves tells that somebody saved between our reading and our writing, and that ours went over theirs. And a
 * write in two calls may have failed in the middle.
 */
async function lookAgain(
  context: StepContext,
  command: WrittenRule,
  present: HeartbeatRule | undefined,
  { result, isAnswered }: { result: StepResult; isAnswered: boolean }
): Promise<StepResult> {
  const { rule, comesBack } = command;
  const takesTwo = (present ? isLocked(present) : false) !== isLocked(rule);
  if (result.state !== 'done' && !takesTwo) {
    return result;
  }
  const again = await rulesSince(context, command, present);
  if (!again.ok) {
    return result.state === 'failed' ? { ...result, uncertain: true } : failed(again.error, true);
  }
  const now = findRule(again.value.rules, rule, comesBack);
  if (result.state === 'failed') {
    return now && now.isHalfSaved ? { ...result, uncertain: true } : result;
  }
  const seen = ruleSeenAs(now, rule, present);
  if (isAnswered && seen === 'asBefore') {
    return withoutEffect(`The rule "${rule.title}" is ${now ? 'as it was before' : 'not there'}.`);
  }
  if (!now || seen !== 'asPlanned') {
    return changedMeanwhile(`The rule "${rule.title}" was ${now ? 'changed' : 'removed'} right after.`, true);
  }
  const greatest = (present?.version ?? 0) + (takesTwo ? 2 : 1);
  return now.version !== undefined && present?.version !== undefined && now.version > greatest
    ? wentOver(`Somebody saved the rule "${rule.title}" at the same moment, and this went over it.`)
    : { state: 'done', over: present };
}

/** Deletes a rule that still belongs to the same connection; others of its group stay. */
export async function deleteRule({ port }: StepContext, planned: HeartbeatRule): Promise<StepResult> {
  const read = await rulesBeside(port, planned);
  if (!read.ok) {
    return failed(read.error);
  }
  const present = findRule(read.value.rules, planned);
  if (!present?.uid) {
    return FOUND;
  }
  if (present.labels[CONNECTION_LABEL] !== planned.labels[CONNECTION_LABEL]) {
    return changedMeanwhile(`The rule "${present.title}" belongs to another connection meanwhile.`);
  }
  return confirmWrite(await port.deleteRule(present.uid), ['notFound'], async () => {
    const again = await rulesBeside(port, planned);
    return again.ok ? success(findRule(again.value.rules, planned) ? 'asBefore' : 'asPlanned') : again;
  });
}

/** The rules among which this one stands, once it is told no older than it is `known`. */
async function rulesSince(
  { port, retrying, patient }: StepContext,
  { rule, comesBack }: WrittenRule,
  known: HeartbeatRule | undefined
): ReturnType<typeof rulesBeside> {
  const isBehind = (rules: readonly HeartbeatRule[]) => {
    const told = findRule(rules, rule, comesBack);
    return told !== undefined && known !== undefined && isOutdated(told, known);
  };
  const read = await patient(
    () => retrying(() => rulesBeside(port, rule)),
    (seen) => seen.ok && isBehind(seen.value.rules)
  );
  return read.ok && isBehind(read.value.rules)
    ? failure(outdated(`The rule "${rule.title}" is told as it was before it was last saved.`))
    : read;
}

/** The rules among which this one stands: its folder's in the plugin's own, in any other those of its group. */
export const rulesBeside = (port: GrafanaPort, rule: HeartbeatRule): ReturnType<GrafanaPort['readRuleGroup']> =>
  rule.folderUid === FOLDER.uid
    ? port.readFolderRules(rule.folderUid)
    : port.readRuleGroup(rule.folderUid, wireGroupOf(rule));

/** Grafana's older APIs give a rule in no group one of its own name. */
const wireGroupOf = ({ group, stored }: HeartbeatRule): string => {
  const name = stored?.['wireGroup'];
  return typeof name === 'string' ? name : group;
};

/**
 * By uid where it is known, else by its group, in which it has its title when it shares it. One that comes back
 * (`comesBack`) has a new uid, and may come to a group in which only others stand by now.
 */
export function findRule(
  rules: readonly HeartbeatRule[],
  { uid, group, title }: Pick<HeartbeatRule, 'uid' | 'group' | 'title'>,
  comesBack = false
): HeartbeatRule | undefined {
  if (uid !== undefined) {
    return rules.find((rule) => rule.uid === uid);
  }
  const inGroup = rules.filter((rule) => rule.group === group);
  return inGroup.find((rule) => rule.title === title) ?? (comesBack ? undefined : inGroup[0]);
}
