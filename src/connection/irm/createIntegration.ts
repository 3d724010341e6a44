import type { IntegrationWish, IrmError, IrmIntegration, IrmPort } from './irmPort';

/** Answers after which the integration may be there although IRM did not say so. */
const LOST: ReadonlyArray<IrmError['reason']> = [
  'timeout',
  'unreachable',
  'serverError',
  'unexpected',
  'wrongAddress',
  'inFront',
];

/** What a wish asked for and the integration does not have. */
export type Lacking = 'escalationChain' | 'templates';

/** A request whose answer was lost: what it asked for, and which integrations of that name were there before it. */
export interface LostRequest {
  name: string;
  teamId: string | undefined;
  type: string;
  idsBefore: readonly string[];
}

export type Creation =
  | { kind: 'created'; integration: IrmIntegration; lacking: Lacking[] }
  /** No answer came, or not to an earlier request; the integration is there and was not before it. */
  | { kind: 'foundAfterLostAnswer'; integration: IrmIntegration; lacking: Lacking[] }
  | {
      kind: 'error';
      error: IrmError;
      /** With `nameTaken`, the integration that has the name in this team. */
      existing: IrmIntegration | undefined;
      /** Hand it to the next try: this one may have been carried out, and IRM was too slow or too ill to show it. */
      lost: LostRequest | undefined;
    };

type Irm = Pick<IrmPort, 'listIntegrations' | 'createIntegration'>;

/**
 * Creates an integration once. IRM gives a team's integrations unique names (oncall-2026-01/03-integrations.json,
 * "create duplicate name same team"), so a request whose answer was lost is looked up by name and team, and never sent
 * again blindly. `earlier` is what a former try lost.
 */
export async function createIntegration(irm: Irm, wish: IntegrationWish, earlier?: LostRequest): Promise<Creation> {
  const before = await sameName(irm, wish);
  if (!before.ok) {
    // Nothing was sent, so nothing can have been created by this try.
    return { kind: 'error', error: before.error, existing: undefined, lost: earlier };
  }
  const [taken] = before.value.filter(({ teamId }) => teamId === wish.teamId);
  if (taken) {
    return foundOrTaken(taken, wish, earlier);
  }
  const request: LostRequest = {
    name: wish.name,
    teamId: wish.teamId,
    type: wish.type,
    idsBefore: before.value.map(({ id }) => id),
  };
  const answer = await irm.createIntegration(wish);
  if (answer.ok) {
    return { kind: 'created', integration: answer.value, lacking: lackingOf(wish, answer.value) };
  }
  const { error } = answer;
  const isLost = LOST.includes(error.reason);
  if (!isLost && error.reason !== 'nameTaken') {
    return { kind: 'error', error, existing: undefined, lost: undefined };
  }
  const after = await sameName(irm, wish);
  const [there] = after.ok ? after.value.filter(({ teamId }) => teamId === wish.teamId) : [];
  if (isLost) {
    return there && isOf(request, there)
      ? { kind: 'foundAfterLostAnswer', integration: there, lacking: lackingOf(wish, there) }
      : { kind: 'error', error, existing: undefined, lost: request };
  }
  return there
    ? foundOrTaken(there, wish, earlier, error)
    : { kind: 'error', error, existing: undefined, lost: earlier };
}

/** What of a wish an integration lacks. */
export function lackingOf(wish: IntegrationWish, integration: IrmIntegration): Lacking[] {
  const { groupingKey, resolveSignal } = wish.templates;
  const { templates } = integration;
  const lacksTemplates =
    (groupingKey !== undefined && templates.groupingKey !== groupingKey) ||
    (resolveSignal !== undefined && templates.resolveSignal !== resolveSignal);
  const lacksChain = wish.escalationChainId !== undefined && integration.escalationChainId !== wish.escalationChainId;
  return [...(lacksChain ? (['escalationChain'] as const) : []), ...(lacksTemplates ? (['templates'] as const) : [])];
}

function foundOrTaken(
  there: IrmIntegration,
  wish: IntegrationWish,
  earlier: LostRequest | undefined,
  error: IrmError = NAME_TAKEN
): Creation {
  if (earlier && isOf(earlier, there)) {
    return { kind: 'foundAfterLostAnswer', integration: there, lacking: lackingOf(wish, there) };
  }
  return { kind: 'error', error, existing: there, lost: undefined };
}

const isOf = (request: LostRequest, { id, name, teamId, type }: IrmIntegration) =>
  name === request.name && teamId === request.teamId && type === request.type && !request.idsBefore.includes(id);

/** All integrations of the wished name, of whatever team: IRM's filter by team fails ("list team_id": 500). */
async function sameName(irm: Irm, { name }: IntegrationWish) {
  const answer = await irm.listIntegrations({ name });
  return answer.ok ? { ok: true as const, value: answer.value.items } : answer;
}

/** Said by looking, before IRM had to. */
const NAME_TAKEN: IrmError = {
  reason: 'nameTaken',
  message: '',
  status: undefined,
  fields: {},
  waitSeconds: undefined,
};
