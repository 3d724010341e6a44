import { integrationTypes } from '../integrationTypes';
import { isRecord } from '../isRecord';
import type { Integration, Templates } from '../model';
import { escalationChains, teams } from '../organization';
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
  const { refusal, ...type } = creating ? readType(data) : {};
  if (refusal) {
    return { errors: refusal };
  }
  const { input, errors } = readFields(data);
  const found = Object.entries({ type: type.errors ?? [], ...errors }).filter(([, messages]) => messages.length > 0);
  if (found.length > 0) {
    return { errors: Object.fromEntries(found) };
  }
  const checked = withTemplates({ ...(type.slug !== undefined && { type: type.slug }), ...input }, data);
  return 'errors' in checked ? checked : withDefaultRoute(checked.input, data);
}

function readType(data: Record<string, unknown>): { slug?: string; errors?: string[]; refusal?: unknown } {
  if (!('type' in data)) {
    return { errors: ['This field is required.'] };
  }
  if (data.type === null) {
    return { errors: ['This field may not be null.'] };
  }
  const refusal = typeof data.type === 'string' ? refusalOf(data.type) : { detail: 'Invalid integration type' };
  return refusal ? { refusal } : { slug: String(data.type) };
}

/** All but the type, which nobody may change. */
function readFields(data: Record<string, unknown>): { input: IntegrationInput; errors: Record<string, string[]> } {
  const input: IntegrationInput = {};
  const errors: Record<string, string[]> = {};
  if ('name' in data) {
    errors.name = textErrors(data.name, false);
    input.name = String(data.name).trim();
  }
  if ('description_short' in data) {
    errors.description_short = textErrors(data.description_short, true, 250);
    input.description = data.description_short === null ? null : String(data.description_short).trim();
  }
  if ('team_id' in data) {
    // An empty text names no object for the framework upstream; Terraform's provider sends it for no team.
    const noTeam = [null, 'null', ''].some((none) => none === data.team_id);
    const known = noTeam || teams.some(({ id }) => id === data.team_id);
    errors.team_id = known ? [] : ['Object does not exist'];
    input.teamId = noTeam ? null : String(data.team_id);
  }
  for (const field of ['templates', 'default_route'] as const) {
    errors[field] = field in data && !isRecord(data[field]) ? [dictionaryError(data[field])] : [];
  }
  return { input, errors };
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
  // Upstream counts code points: an emoji is one character there and two in a string of ours.
  return [...text].length > longest ? [`Ensure this field has no more than ${longest} characters.`] : [];
}

function dictionaryError(value: unknown): string {
  const kinds: Record<string, string> = { string: 'str', number: 'int', boolean: 'bool', object: 'list' };
  return value === null
    ? 'This field may not be null.'
    : `Expected a dictionary of items but got type "${kinds[typeof value]}".`;
}

/** The errors of `escalation_chain_id` in a route; none when it is the id of a chain, or null where that is allowed. */
export function chainErrors(value: unknown, nullable: boolean): string[] {
  if (value === null || value === '') {
    return nullable ? [] : ['This field may not be null.'];
  }
  return escalationChains.some(({ id }) => id === value) ? [] : ['Object does not exist'];
}

function withDefaultRoute(input: IntegrationInput, { default_route: route }: Record<string, unknown>): Checked {
  if (!isRecord(route) || !('escalation_chain_id' in route)) {
    return { input };
  }
  const errors = chainErrors(route.escalation_chain_id, true);
  return errors.length > 0
    ? { errors: { escalation_chain_id: errors } }
    : { input: { ...input, escalationChainId: route.escalation_chain_id ? String(route.escalation_chain_id) : null } };
}

function withTemplates(input: IntegrationInput, data: Record<string, unknown>): Checked {
  if (!isRecord(data.templates)) {
    return { input };
  }
  const web = isRecord(data.templates.web) ? data.templates.web : {};
  if (Object.keys(web).some((field) => !['title', 'message', 'image_url'].includes(field))) {
    return detailOf('Invalid template data');
  }
  const sent: ReadonlyArray<[keyof Templates, string, unknown]> = [
    ['groupingKey', 'Invalid grouping_key template data', data.templates.grouping_key],
    ['resolveSignal', 'Invalid resolve_signal template data', data.templates.resolve_signal],
    ['webTitle', 'invalid web title template', data.templates.web === null ? null : web.title],
  ];
  const templates: Partial<Templates> = {};
  for (const [key, refusal, value] of sent) {
    if (value === undefined) {
      continue;
    }
    if (value !== null && (typeof value !== 'string' || !compileTemplate(value))) {
      return detailOf(refusal);
    }
    templates[key] = value;
  }
  return { input: { ...input, templates } };
}
