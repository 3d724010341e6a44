import type { ApplyOutcome } from '../../src/connection/apply/types';
import type { PlanStep } from '../../src/connection/plan/types';
import type { World } from './world';

interface Saved {
  receivers: Array<{ integrations: Array<{ uid: string; name: string; settings: { url?: string } }> }>;
  alerting: { folders: Array<{ uid: string }>; engine: { rules: unknown } };
}

interface StoredRule {
  uid: string;
  title: string;
  group: string;
  isPaused: boolean;
}

/** What a page claims to be in place or removed although the stand-in's own store says otherwise. */
export function untruths({ reached }: ApplyOutcome, world: World): string[] {
  const saved = world.snapshot() as Saved;
  return reached
    .filter((step) => !isTrue(step, saved))
    .map(({ action, object, name }) => `${action} ${object} ${name}`);
}

function isTrue({ command }: PlanStep, { receivers, alerting }: Saved): boolean {
  const integrations = receivers.flatMap((receiver) => receiver.integrations);
  switch (command.kind) {
    case 'createIntegration':
    case 'updateIntegration': {
      const { uid, name, url } = command.integration;
      return integrations.some((one) => one.uid === uid && one.name === name && one.settings.url === url);
    }
    case 'deleteIntegration':
      return !integrations.some(({ uid }) => uid === command.integration.uid);
    case 'createFolder':
      return alerting.folders.some(({ uid }) => uid === command.folder.uid);
    case 'deleteFolder':
      return !alerting.folders.some(({ uid }) => uid === command.uid);
    case 'writeRule':
      return rulesOf(alerting.engine.rules).some(
        ({ title, isPaused }) => title === command.rule.title && isPaused === command.rule.isPaused
      );
    case 'deleteRule':
      return !rulesOf(alerting.engine.rules).some(({ uid }) => uid === command.rule.uid);
    default:
      return true;
  }
}

function rulesOf(rules: unknown): StoredRule[] {
  const list = Array.isArray(rules) ? rules : Object.values(rules ?? {}).find(Array.isArray);
  return (list ?? []) as StoredRule[];
}
