import { integrationTypes } from '../integrationTypes';
import { isRecord } from '../isRecord';
import type { Integration, Templates } from '../model';
import { defaultEscalationChainId, teams } from '../organization';
import { compileTemplate } from '../template/template';

/** What a client may set. Absent fields were not sent. */
export type IntegrationInput = Partial<
  Pick<Integration, 'type' | 'name' | 'description' | 'teamId' | 'escalationChainId'>
> & { templates?: Partial<Templates> };

export type Checked = { input: IntegrationInput } | { errors: unknown };

const detailOf = (message: string) => ({ errors: { detail: message } });

/** Checks the body of POST (`creating`) or PUT and PATCH, and words what is wrong as the real engine does. */
export function checkIntegration(data: unknown, creating: boolean): Checked {
  if (!isRecord(data)) {
    const kind = Array.isArray(data) ? 'list' : data === null ? 'NoneType' : 'str';
    return { errors: { non_field_errors: [`Invalid data. Expected a dictionary, but got ${kind}.`] } };
  }
  const input: IntegrationInput = {};
  const errors: Record<string, string[]> = {};

  if (creating && !('type' in data)) {
    errors.type = ['This field is required.'];
  } else if (creating && data.type === null) {
    errors.type = ['This field may not be null.'];
  } else if (creating) {
    const refusal = typeof data.type === 'string' ? refusalOf(data.type) : { detail: 'Invalid integration type' };
    if (refusal) {
      return { errors: refusal };
    }
    input.type = String(data.type);
  }
  if ('name' in data) {
    errors.name = textErrors(data.name, false);
    input.name = String(data.name).trim();
  }
  if ('description_short' in data) {
    errors.description_short = textErrors(data.description_short, true, 250);
    input.description = data.description_short === null ? null : String(data.description_short).trim();
  }
  if ('team_id' in data) {
    const known = data.team_id === null || teams.some(({ id }) => id === data.team_id);
    errors.team_id = known ? [] : ['Object does not exist'];
    input.teamId = data.team_id === null ? null : String(data.team_id);
  }
  const found = Object.entries(errors).filter(([, messages]) => messages.length > 0);
  if (found.length > 0) {
    return { errors: Object.fromEntries(found) };
  }
  return withTemplates(input, data);
}

function refusalOf(slug: string) {
  const type = Object.hasOwn(integrationTypes, slug) ? integrationTypes[slug] : undefined;
  return type ? type.refusal : { detail: 'Invalid integration type' };
}

function textErrors(value: unknown, nullable: boolean, longest = Infinity): string[] {
  if (value === null) {
    return nullable ? [] : ['This field may not be null.'];
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    return ['Not a valid string.'];
  }
  const text = String(value).trim();
  if (!text) {
    return ['This field may not be blank.'];
  }
  return text.length > longest ? [`Ensure this field has no more than ${longest} characters.`] : [];
}

function withTemplates(input: IntegrationInput, data: Record<string, unknown>): Checked {
  if (isRecord(data.default_route) && 'escalation_chain_id' in data.default_route) {
    const chain = data.default_route.escalation_chain_id;
    if (chain !== null && chain !== defaultEscalationChainId) {
      return { errors: { escalation_chain_id: ['Object does not exist'] } };
    }
    input.escalationChainId = chain;
  }
  if (!isRecord(data.templates)) {
    return { input };
  }
  const web = isRecord(data.templates.web) ? data.templates.web : {};
  const sent: ReadonlyArray<[keyof Templates, string, unknown]> = [
    ['groupingKey', 'grouping_key', data.templates.grouping_key],
    ['resolveSignal', 'resolve_signal', data.templates.resolve_signal],
    ['webTitle', 'web title', web.title],
  ];
  const templates: Partial<Templates> = {};
  for (const [key, name, value] of sent) {
    if (value === undefined) {
      continue;
    }
    if (value !== null && (typeof value !== 'string' || !compileTemplate(value))) {
      return detailOf(`Invalid ${name} template data`);
    }
    templates[key] = value;
  }
  return { input: { ...input, templates } };
}
