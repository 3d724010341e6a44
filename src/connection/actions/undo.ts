import type { ApplyOutcome, StepProgress } from '../apply/types';
import { endpointOfUrl, sameEndpoint } from '../endpoint/identity';
import { isLocked, type Endpoint, type Integration } from '../model';
import { STORED_SECRET, storedSecrets } from '../webhook/access';
import type { Command, FieldChange, Plan, PlanStep } from '../plan/types';

/**
 * The plan that takes back what a run did, the whole of it or what it did before it broke off; undefined when it did
 * nothing, or a part of it cannot be taken back:
 * - an integration that became locked (Grafana refuses api → none, contact-points.json),
 * - a removed or changed one with a stored secret, which Grafana never shows again.
 * The rest alone is not taken back: that would leave what nobody planned (docs/nothing-lost.md#what-cannot-be-promised).
 * What was found as planned is somebody else's and stays. A removed rule comes back with a uid of Grafana's choice and
 * without its history.
 */
export function undoOf({ steps: progress }: ApplyOutcome, connectionId: string): Plan | undefined {
  const done = progress.filter(didSomething).map(({ step }) => step);
  const steps = done.flatMap((step) => reverseStep(step) ?? []);
  if (done.length === 0 || steps.length < done.length) {
    return undefined;
  }
  const returnsTo = steps.flatMap(({ command }) => movedBackTo(command) ?? [])[0];
  steps.reverse().sort((a, b) => phase(a) - phase(b));
  return { connectionId, steps, obstacles: [], ...(returnsTo && { returnsTo }) };
}

function movedBackTo(command: Command): Endpoint | undefined {
  if (command.kind !== 'updateIntegration') {
    return undefined;
  }
  const [from, to] = [endpointOfUrl(command.before.url), endpointOfUrl(command.integration.url)];
  return from && to && !sameEndpoint(from.endpoint, to.endpoint) ? to.endpoint : undefined;
}

/**
 * Contact points before rules that name them, and the other way round when they go. A rule that sends where it did
 * comes first: its texts go back before the contact point's name or address does, so that an undo that breaks off can be
 * finished by hand.
 */
function phase({ command }: PlanStep): number {
  const isInPlace = command.kind === 'writeRule' && command.before?.receiver === command.rule.receiver;
  return isInPlace ? 0 : PHASES[command.kind];
}

const didSomething = ({ step, state, foundInPlace, uncertain }: StepProgress) =>
  step.action !== 'keep' && !foundInPlace && (state === 'done' || uncertain === true);

const PHASES: Readonly<Record<Command['kind'], number>> = {
  deleteRule: 0,
  createIntegration: 1,
  updateIntegration: 1,
  createFolder: 1,
  writeRule: 2,
  deleteIntegration: 3,
  deleteFolder: 4,
  keepIntegration: 5,
  keepFolder: 5,
  keepRule: 5,
  leave: 5,
};

function reverseStep(step: PlanStep): PlanStep | undefined {
  const command = reverseCommand(step.command);
  return (
    command && {
      action: ACTIONS[step.action],
      object: step.object,
      name: nameAfter(command, step.name),
      ...(step.uid !== undefined && { uid: step.uid }),
      changes: step.changes.map(swap),
      command,
    }
  );
}

const ACTIONS: Readonly<Record<PlanStep['action'], PlanStep['action']>> = {
  create: 'delete',
  delete: 'create',
  update: 'update',
  keep: 'keep',
};

const swap = ({ field, before, after }: FieldChange): FieldChange => ({ field, before: after, after: before });

function nameAfter(command: Command, name: string): string {
  switch (command.kind) {
    case 'updateIntegration':
      return command.integration.name;
    case 'writeRule':
      return command.rule.title;
    default:
      return name;
  }
}

function reverseCommand(command: Command): Command | undefined {
  switch (command.kind) {
    case 'createIntegration':
      return { kind: 'deleteIntegration', integration: command.integration };
    case 'deleteIntegration':
      return hasSecret(command.integration)
        ? undefined
        : { kind: 'createIntegration', integration: command.integration };
    case 'updateIntegration': {
      const { integration, before } = command;
      const wasLocked = isLocked(integration) && !isLocked(before);
      return wasLocked || replacesSecret(integration, before)
        ? undefined
        : { kind: 'updateIntegration', integration: before, before: integration };
    }
    case 'createFolder':
      return { kind: 'deleteFolder', ...command.folder };
    case 'deleteFolder':
      return { kind: 'createFolder', folder: { uid: command.uid, title: command.title } };
    case 'writeRule':
      return command.before
        ? { kind: 'writeRule', rule: command.before, before: command.rule }
        : { kind: 'deleteRule', rule: command.rule };
    case 'deleteRule':
      return {
        kind: 'writeRule',
        rule: { ...command.rule, uid: undefined, version: undefined },
        before: undefined,
        comesBack: true,
      };
    default:
      return undefined;
  }
}

/** Grafana shows a placeholder in place of stored secrets (contact-points.json). */
const hasSecret = ({ otherSettings }: Integration) => JSON.stringify(otherSettings).includes(STORED_SECRET);

/** A stored secret that was replaced or taken out is gone. */
const replacesSecret = (after: Integration, before: Integration) =>
  storedSecrets(before.otherSettings).some((place) => !storedSecrets(after.otherSettings).includes(place));
