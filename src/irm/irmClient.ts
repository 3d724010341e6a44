import * as v from 'valibot';
import type { EscalationChain, IrmPage, IrmPort, IrmResult, TokenOwner } from '../connection/irm/irmPort';
import { failure, mapResult, success } from '../connection/result';
import type { Call, Transport } from '../transport/transport';
import { command, notIrms, read, write } from './irmRequest';
import { alertGroupForm, alertGroupFromWire, searchToQuery } from './wire/alertGroup';
import { integrationForm, integrationFromWire, wishToWire } from './wire/integration';
import { pageFromWire, pageOf } from './wire/page';

/** Pages of teams and escalation chains that are read at most; 100 entries each, the most that IRM says it gives. */
const MOST_PAGES = 20;
const PER_PAGE = 100;

/** Nothing that IRM could know; asked for where only the refusal matters. */
const NO_SUCH_GROUP = 'IRMCONNECTNONE';

const teamForm = v.looseObject({ id: v.string(), name: v.string() });
const chainForm = v.looseObject({ id: v.string(), name: v.string(), team_id: v.nullish(v.string()) });
const userForm = v.looseObject({ username: v.string(), role: v.optional(v.string(), '') });

/** IRM's side of the domain, through the plugin's proxy routes, where the token is added. */
export function createIrmClient(transport: Transport): IrmPort {
  const path = (rest: string) => `/api/v1/${rest}`;
  const one = (list: string, id: string) => path(`${list}/${encodeURIComponent(id)}`);
  return {
    async listIntegrations({ page = 1, perPage = PER_PAGE, name }) {
      const query = { page: String(page), perpage: String(perPage), ...(name !== undefined && { name }) };
      const answer = await read(transport, { path: path('integrations'), query }, pageOf(integrationForm));
      return mapResult(answer, (value) => pageFromWire(value, integrationFromWire));
    },
    async getIntegration(id) {
      return mapResult(await read(transport, { path: one('integrations', id) }, integrationForm), integrationFromWire);
    },
    async createIntegration(wish) {
      const call = { method: 'POST', path: path('integrations'), body: wishToWire(wish) } as const;
      return mapResult(await write(transport, call, integrationForm), integrationFromWire);
    },
    async updateIntegration(id, change) {
      const call = { method: 'PUT', path: one('integrations', id), body: wishToWire(change) } as const;
      return mapResult(await write(transport, call, integrationForm), integrationFromWire);
    },
    listTeams: () =>
      all(async (page) => {
        const answer = await read(transport, { path: path('teams'), query: pageQuery(page) }, pageOf(teamForm));
        return mapResult(answer, (value) => pageFromWire(value, ({ id, name }) => ({ id, name })));
      }),
    listEscalationChains: () =>
      all(async (page) => {
        const call = { path: path('escalation_chains'), query: pageQuery(page) };
        return mapResult(await read(transport, call, pageOf(chainForm)), (value) => pageFromWire(value, chainFromWire));
      }),
    async listAlertGroups(search) {
      const call = { path: path('alert_groups'), query: searchToQuery(search) };
      const answer = await read(transport, call, pageOf(alertGroupForm));
      return mapResult(answer, (value) => pageFromWire(value, alertGroupFromWire));
    },
    async getAlertGroup(id) {
      return mapResult(await read(transport, { path: one('alert_groups', id) }, alertGroupForm), alertGroupFromWire);
    },
    async resolveAlertGroup(id) {
      const answer = await command(transport, { method: 'POST', path: `${one('alert_groups', id)}/resolve` });
      const isResolvedAlready = !answer.ok && answer.error.status === 400 && /resolved/i.test(answer.error.message);
      return answer.ok || isResolvedAlready ? success(undefined) : answer;
    },
    async tokenOwner() {
      const answer = await read(transport, { path: path('users/current') }, userForm);
      if (answer.ok) {
        return success<TokenOwner>({ name: answer.value.username, role: answer.value.role });
      }
      // OnCall falls over (500) when a service account asks for itself; elsewhere it may be refused, or not be there.
      const { reason, status = 0 } = answer.error;
      const isNotTold = reason === 'forbidden' || [400, 404, 500, 501].includes(status);
      return isNotTold && reason !== 'notConfigured' ? success(undefined) : answer;
    },
    async mayCreateIntegrations() {
      // Rights are looked at before the body, and one without a type is refused ("create empty", "viewer POST").
      return permission(transport, { method: 'POST', path: path('integrations'), body: {} }, 'invalid');
    },
    async mayResolveAlertGroups() {
      const call = { method: 'POST', path: `${one('alert_groups', NO_SUCH_GROUP)}/resolve` } as const;
      return permission(transport, call, 'notFound');
    },
  };
}

const pageQuery = (page: number) => ({ page: String(page), perpage: String(PER_PAGE) });

const chainFromWire = ({ id, name, team_id }: v.InferOutput<typeof chainForm>): EscalationChain => ({
  id,
  name,
  teamId: team_id ?? undefined,
});

/** Reads page after page, up to a bound. */
async function all<T>(readPage: (page: number) => IrmResult<IrmPage<T>>): IrmResult<T[]> {
  const items: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await readPage(page);
    if (!answer.ok) {
      return answer;
    }
    items.push(...answer.value.items);
    if (!answer.value.hasMore) {
      break;
    }
  }
  return success(items);
}

/** Whether a call that must fail did so for lack of rights (false) or for the reason that was provoked (true). */
async function permission(transport: Transport, call: Call, provoked: 'invalid' | 'notFound'): IrmResult<boolean> {
  const answer = await command(transport, call);
  if (answer.ok) {
    return notIrms(call, answer.value);
  }
  if (answer.error.reason === provoked) {
    return success(true);
  }
  return answer.error.reason === 'forbidden' ? success(false) : failure(answer.error);
}
