import type { WebhookContactPoint } from '../model';
import type { Command, FieldChange, Plan, PlanStep } from '../plan/types';

/**
 * The plan that takes a plan back once it was carried out, undefined when a part of it cannot be taken back:
 * - a contact point that became locked (Grafana refuses api → none, contact-points.json),
 * - a removed or changed object with a stored secret, which Grafana never shows again,
 * - a rule with somebody else's query, which the plan overwrote or removed.
 * A removed rule comes back with a uid of Grafana's choice and without its history.
 */
export function reverseOf(plan: Plan): Plan | undefined {
  const changing = plan.steps.filter(({ command }) => command !== undefined);
  const steps = changing.flatMap((step) => reverseStep(step) ?? []);
  if (changing.length === 0 || steps.length < changing.length) {
    return undefined;
  }
  // Contact points before rules that name them, and the other way round when they go. A contact point that is
  // renamed takes its rules along, so it comes before a rule that is written back with the old name.
  const phase = ({ command }: PlanStep) => (command ? PHASES[command.kind] : 0);
  return {
    connectionId: plan.connectionId,
    steps: steps.reverse().sort((a, b) => phase(a) - phase(b)),
    obstacles: [],
  };
}

const PHASES: Readonly<Record<Command['kind'], number>> = {
  deleteRule: 0,
  createContactPoint: 1,
  updateContactPoint: 1,
  createFolder: 1,
  writeRule: 2,
  deleteContactPoint: 3,
  deleteFolder: 4,
};

function reverseStep(step: PlanStep): PlanStep | undefined {
  const command = step.command && reverseCommand(step.command, step.name);
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
    case 'updateContactPoint':
      return command.contactPoint.name;
    case 'writeRule':
      return command.rule.title;
    default:
      return name;
  }
}

function reverseCommand(command: Command, name: string): Command | undefined {
  switch (command.kind) {
    case 'createContactPoint':
      return { kind: 'deleteContactPoint', contactPoint: command.contactPoint };
    case 'deleteContactPoint':
      return hasSecret(command.contactPoint)
        ? undefined
        : { kind: 'createContactPoint', contactPoint: command.contactPoint };
    case 'updateContactPoint': {
      const { contactPoint, before } = command;
      const wasLocked = contactPoint.locked && !before.locked;
      return wasLocked ? undefined : { kind: 'updateContactPoint', contactPoint: before, before: contactPoint };
    }
    case 'createFolder':
      return { kind: 'deleteFolder', uid: command.folder.uid };
    case 'deleteFolder':
      return { kind: 'createFolder', folder: { uid: command.uid, title: name } };
    case 'writeRule':
      return reverseWrite(command);
    case 'deleteRule': {
      const { rule } = command;
      return rule.scope.kind === 'other'
        ? undefined
        : { kind: 'writeRule', rule: { ...rule, uid: undefined }, editability: lockOf(rule), before: undefined };
    }
  }
}

function reverseWrite({ rule, before }: Extract<Command, { kind: 'writeRule' }>): Command | undefined {
  if (!before) {
    return { kind: 'deleteRule', rule };
  }
  const losesQuery = before.scope.kind === 'other' && rule.scope.kind !== 'other';
  return losesQuery ? undefined : { kind: 'writeRule', rule: before, editability: lockOf(before), before: rule };
}

const lockOf = ({ locked }: { locked: boolean }) => (locked ? 'locked' : 'editable');

/** Grafana shows this in place of stored secrets (contact-points.json). */
const hasSecret = ({ otherSettings }: WebhookContactPoint) => JSON.stringify(otherSettings).includes('[REDACTED]');
