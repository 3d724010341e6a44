import type { IntegrationInput } from './api/integrationInput';
import type { IrmContext } from './context';
import { typeOf } from './integrationTypes';
import type { Integration } from './model';

const nameTaken = 'An integration with this name already exists for this team';

type Result = { integration: Integration } | { refusal: string };

/** Makes an integration of checked input, with a made-up name when none was given. */
export function createIntegration({ store, clock }: IrmContext, input: IntegrationInput): Result {
  const type = input.type ?? 'alertmanager';
  const teamId = input.teamId ?? null;
  const name = input.name ?? freeName(typeOf(type).title, (candidate) => store.nameTaken(candidate, teamId));
  if (store.nameTaken(name, teamId)) {
    return { refusal: nameTaken };
  }
  const integration = store.create({ type, name, description: input.description ?? null, teamId }, clock.now());
  applyTo(integration, input);
  return { integration };
}

/** Changes what was sent and leaves the rest. The type of an integration cannot be changed; upstream ignores it. */
export function updateIntegration({ store }: IrmContext, integration: Integration, input: IntegrationInput): Result {
  const name = input.name ?? integration.name;
  const teamId = input.teamId === undefined ? integration.teamId : input.teamId;
  // Upstream looks only when a name is sent, so that a change of team can bring two of one name together.
  if (input.name !== undefined && store.nameTaken(name, teamId, integration)) {
    return { refusal: nameTaken };
  }
  store.rename(integration, name, teamId);
  if (input.description !== undefined) {
    integration.description = input.description;
  }
  applyTo(integration, input);
  return { integration };
}

function applyTo(integration: Integration, { templates, escalationChainId }: IntegrationInput): void {
  integration.templates = { ...integration.templates, ...templates };
  if (escalationChainId !== undefined) {
    integration.escalationChainId = escalationChainId;
  }
}

const fruits = ['apple', 'pear', 'cherries', 'lemon', 'peach', 'grapes', 'melon', 'banana'];

function freeName(title: string, isTaken: (name: string) => boolean): string {
  const free = fruits.map((fruit) => `${title} :${fruit}:`).find((name) => !isTaken(name));
  return free ?? `${title} :${Math.random().toString(36).slice(2, 8)}:`;
}
