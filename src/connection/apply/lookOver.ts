import { CONNECTION_LABEL, FOLDER } from '../desired/objects';
import { connectionId, endpointOfUrl, sameEndpoint } from '../endpoint/identity';
import type { FolderRules, GrafanaError, GrafanaPort } from '../port/grafanaPort';
import type { Endpoint, HeartbeatRule } from '../model';
import { isAsPlanned, isUntouched } from '../plan/contactPoint';
import { isRuleAsPlanned, isRuleUntouched } from '../plan/ruleChanges';
import type { Command, Plan } from '../plan/types';
import { findIntegration, sendsAlike } from './contactPoints';
import { findRule, rulesBeside, ruleSeenAs } from './rule';
import type { Found, FoundGroup } from '../reading/withFound';
import type { StepProgress } from './types';

/**
 * Looks once more at everything that a plan made, changed, removed or relied on, before it counts as carried out.
 * Answers the first step whose object is not (or no longer) as planned; without one all is well. And what was found,
 * unless the look failed.
 */
export async function lookOver(
  plan: Plan,
  steps: readonly StepProgress[],
  port: GrafanaPort
): Promise<{ difference?: Difference | undefined; found?: Found }> {
  const last = Math.max(0, steps.length - 1);
  const needsRules = plan.retires || plan.steps.some(({ object }) => object === 'rule' || object === 'folder');
  const away = plan.steps.flatMap(({ command }) => ruleElsewhere(command) ?? []);
  const isOnlyAway = away.length > 0 && !plan.retires && !plan.steps.some(({ command }) => isInFolder(command));
  // The rules first, as the last step has mostly just looked at them.
  const [rules, others, integrations] = await Promise.all([
    needsRules && !isOnlyAway ? port.readFolderRules(FOLDER.uid) : undefined,
    Promise.all(away.map((rule) => rulesBeside(port, rule))),
    port.listIntegrations(),
  ]);
  if (!integrations.ok) {
    return { difference: { index: last, error: integrations.error } };
  }
  for (const read of [rules, ...others]) {
    if (read && !read.ok) {
      return { difference: { index: last, error: read.error } };
    }
  }
  const elsewhere = others.flatMap((read, index) =>
    read.ok && away[index] ? foundBeside(away[index], read.value) : []
  );
  const found: Found = {
    integrations: integrations.value.value,
    rules: rules?.ok ? rules.value : undefined,
    ...(elsewhere.length > 0 && { elsewhere }),
  };
  return { difference: differenceIn(plan, steps, found), found };
}

/** The rule of a command, where it stands outside of the plugin's folder. */
function ruleElsewhere(command: Command): HeartbeatRule | undefined {
  return 'rule' in command && command.rule.folderUid !== FOLDER.uid ? command.rule : undefined;
}

const isInFolder = (command: Command): boolean =>
  'rule' in command
    ? command.rule.folderUid === FOLDER.uid
    : command.kind === 'createFolder' ||
      command.kind === 'deleteFolder' ||
      (command.kind === 'keepFolder' && command.uid === FOLDER.uid);

/** What a look at the rule's group shows, the rule itself with what is known of its place. */
function foundBeside(planned: HeartbeatRule, { rules, otherRules }: FolderRules): FoundGroup {
  const present = findRule(rules, planned);
  const { whereabouts } = planned;
  return {
    folderUid: planned.folderUid,
    group: present?.group ?? planned.group,
    rules: rules.map((rule) => (rule === present && whereabouts ? { ...rule, whereabouts } : rule)),
    otherRules,
  };
}

/** All rules that were looked at; undefined where nobody looked. */
const rulesIn = ({ rules, elsewhere }: Found): HeartbeatRule[] | undefined =>
  rules || elsewhere ? [...(rules?.rules ?? []), ...(elsewhere ?? []).flatMap((group) => group.rules)] : undefined;

const findPlaced = (rules: readonly HeartbeatRule[], wanted: HeartbeatRule, comesBack?: boolean) =>
  findRule(
    rules.filter(({ folderUid }) => folderUid === wanted.folderUid),
    wanted,
    comesBack
  );

interface Difference {
  index: number;
  error: GrafanaError;
}

function differenceIn(plan: Plan, steps: readonly StepProgress[], found: Found): Difference | undefined {
  for (const [index, { step, state, over, foundInPlace = false }] of steps.entries()) {
    const message = state === 'done' ? differenceOf(step.command, found, foundInPlace) : undefined;
    if (message) {
      return {
        index,
        error: {
          reason: isStillAsBefore(step.command, found, over) ? 'withoutEffect' : 'changedMeanwhile',
          message,
          status: undefined,
        },
      };
    }
  }
  const kept = steps.filter(({ step, state }) => step.action === 'keep' || state === 'skipped');
  return (
    (plan.retires && intruderAt(plan.retires, kept, steps, found)) ??
    (plan.returnsTo && intruderAt(plan.returnsTo, steps, steps, found))
  );
}

/** What others added to a connection that was to be moved or removed, or that was away, while that was going on. */
function intruderAt(
  endpoint: Endpoint,
  expected: readonly StepProgress[],
  steps: readonly StepProgress[],
  found: Found
): Difference | undefined {
  const { integrations } = found;
  const id = connectionId(endpoint);
  const known = new Set(expected.map(({ step }) => step.uid));
  const integration = integrations.find(({ uid, url }) => !known.has(uid) && aimsAt(url, endpoint));
  const had = new Set(expected.flatMap(({ step }) => (connectionsIn(step.command).includes(id) ? [step.uid] : [])));
  const rule = rulesIn(found)?.find(({ uid, labels }) => !had.has(uid) && labels[CONNECTION_LABEL] === id);
  const name = integration?.name ?? rule?.title;
  const index = steps.findIndex(({ step }) => step.uid === (integration ?? rule)?.uid);
  const message = `"${name ?? ''}" came to the connection meanwhile.`;
  return name === undefined
    ? undefined
    : { index: Math.max(0, index), error: { reason: 'changedMeanwhile', message, status: undefined } };
}

/** The connections that the rule of a command names, as planned and as it was before. */
const connectionsIn = (command: Command): Array<string | undefined> =>
  'rule' in command
    ? [command.rule, 'before' in command ? command.before : undefined].map((rule) => rule?.labels[CONNECTION_LABEL])
    : [];

function aimsAt(url: string, endpoint: Endpoint): boolean {
  const target = endpointOfUrl(url);
  return target !== undefined && sameEndpoint(target.endpoint, endpoint);
}

/** How an object differs from what its step makes of it; undefined where it does not. */
export function differenceOf(command: Command, found: Found, wasFound: boolean): string | undefined {
  const { integrations } = found;
  const rules = rulesIn(found);
  switch (command.kind) {
    case 'createIntegration':
    case 'updateIntegration': {
      const present = findIntegration(integrations, command.integration);
      return verdict(command.integration.name, present, present && isAsPlanned(present, command.integration));
    }
    case 'keepIntegration': {
      const { uid, name } = command.integration;
      const present = integrations.find((one) => one.uid === uid);
      return verdict(name, present, present && sendsAlike(present, command.integration));
    }
    case 'deleteIntegration':
      return integrations.some(({ uid }) => uid === command.integration.uid)
        ? `"${command.integration.name}" is there again.`
        : undefined;
    case 'writeRule': {
      const present = rules && findPlaced(rules, command.rule, command.comesBack);
      return verdict(
        command.rule.title,
        present,
        present && isRuleAsPlanned(present, { ...command.rule, receiver: present.receiver })
      );
    }
    case 'keepRule': {
      const present = rules && findPlaced(rules, command.rule);
      return verdict(command.rule.title, present, true);
    }
    case 'deleteRule':
      return rules && findPlaced(rules, command.rule) ? `"${command.rule.title}" is there again.` : undefined;
    case 'deleteFolder':
      // Others may make it again for what is theirs; but it was not gone before if it is there now.
      return found.rules?.state === 'present' && (wasFound || isEmpty(found.rules))
        ? `The folder "${command.title}" is still there.`
        : undefined;
    default:
      // A folder is there as long as its rule is.
      return undefined;
  }
}

/**
 * Whether nothing is to be seen of what a step wrote, or found: all is as before, as where somebody took it back, and as
 * a replica answers that lags behind. Trying again is as good then as a new plan, which may find nothing left to do.
 * What a rule was written `over` tells more than the plan: on a way back that does not know how the rule stood by then.
 */
function isStillAsBefore(command: Command, found: Found, over: HeartbeatRule | undefined): boolean {
  switch (command.kind) {
    case 'createIntegration':
      return findIntegration(found.integrations, command.integration) === undefined;
    case 'updateIntegration':
    case 'deleteIntegration': {
      const before = command.kind === 'updateIntegration' ? command.before : command.integration;
      const present = found.integrations.find(({ uid }) => uid === before.uid);
      return present !== undefined && isUntouched(present, before);
    }
    case 'writeRule': {
      const present = findPlaced(rulesIn(found) ?? [], command.rule, command.comesBack);
      return ruleSeenAs(present, command.rule, over ?? command.before) === 'asBefore';
    }
    case 'deleteRule': {
      const present = findPlaced(rulesIn(found) ?? [], command.rule);
      return present !== undefined && isRuleUntouched(present, command.rule);
    }
    case 'deleteFolder':
      return true;
    default:
      return false;
  }
}

const isEmpty = ({ rules, otherRules }: FolderRules): boolean => rules.length + otherRules.length === 0;

function verdict(name: string, present: unknown, isSame: boolean | undefined): string | undefined {
  if (!present) {
    return `"${name}" was removed meanwhile.`;
  }
  return isSame ? undefined : `"${name}" was changed meanwhile.`;
}
