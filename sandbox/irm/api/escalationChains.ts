import { Hono } from 'hono';
import type { IrmContext } from '../context';
import { detail, json, notBuilt } from '../http/answers';
import { pageOf } from '../http/paging';
import { escalationChains } from '../organization';
import { answerOfTeamFilter } from './teamFilter';
import type { MakeView, ViewRequest } from './view';

const listAllow = 'GET, POST, HEAD, OPTIONS';
const oneAllow = 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS';

/** Read only: the chains of the sandbox are made up and nobody is paged through them. */
export function escalationChainRoutes({ baseUrl }: IrmContext, view: MakeView): Hono {
  const read = { needs: 'escalation-chains:read' } as const;
  const write = { needs: 'escalation-chains:write', run: notBuilt } as const;

  function list({ url }: ViewRequest): Response {
    const refusal = answerOfTeamFilter(url, listAllow);
    if (refusal) {
      return refusal;
    }
    const name = url.searchParams.get('name');
    const found = escalationChains.filter((chain) => name === null || chain.name === name);
    return json(pageOf(found, url, baseUrl), { allow: listAllow });
  }

  function one({ c }: ViewRequest): Response {
    const chain = escalationChains.find(({ id }) => id === c.req.param('id'));
    return chain ? json(chain, { allow: oneAllow }) : detail('Not found.', 404, { allow: oneAllow });
  }

  return new Hono()
    .all('/', view({ allow: listAllow, actions: { GET: { ...read, run: list }, POST: write } }))
    .all(
      '/:id',
      view({ allow: oneAllow, actions: { GET: { ...read, run: one }, PUT: write, PATCH: write, DELETE: write } })
    );
}
