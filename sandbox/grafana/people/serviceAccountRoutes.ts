import { Hono } from 'hono';

import { opensBy } from '../access';
import type { GrafanaEnv, OrgRole } from '../context';
import { asText, jsonBody } from '../requestBody';
import type { People, ServiceAccount } from './store';

const ROLES: readonly OrgRole[] = ['Viewer', 'Editor', 'Admin'];

/** `/api/serviceaccounts`: as much as making a token for the plugin takes. */
export function serviceAccountRoutes(people: People): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  routes.get('/*', opensBy([['serviceaccounts:read']], 'serviceaccounts:read'));
  routes.post('/', opensBy([['serviceaccounts:create']], 'serviceaccounts:create'));
  routes.on(['POST', 'DELETE'], '/:id/*', opensBy([['serviceaccounts:write']], 'serviceaccounts:write'));
  const byId = (id: string) => people.serviceAccounts().find((account) => account.id === Number(id));

  routes.get('/search', (c) => {
    const text = (c.req.query('query') ?? '').toLowerCase();
    const serviceAccounts = people
      .serviceAccounts()
      .filter(({ name }) => name.toLowerCase().includes(text))
      .map(shown);
    return c.json({ totalCount: serviceAccounts.length, serviceAccounts, page: 1, perPage: 1000 });
  });

  routes.post('/', async (c) => {
    const body = await jsonBody(c);
    const name = asText(body?.name);
    const role = ROLES.find((candidate) => candidate === (body?.role ?? 'Viewer'));
    if (!name || !role) {
      return c.json({ message: 'bad request data' }, 400);
    }
    if (people.serviceAccounts().some((account) => account.name === name)) {
      return c.json({ message: 'service account already exists', messageId: 'serviceaccounts.ErrAlreadyExists' }, 400);
    }
    return c.json(shown(people.addServiceAccount(name, role, body?.isDisabled === true)), 201);
  });

  routes.get('/:id', (c) => {
    const account = byId(c.req.param('id'));
    return account ? c.json(shown(account)) : notFound();
  });

  routes.get('/:id/tokens', (c) => {
    const account = byId(c.req.param('id'));
    return account ? c.json(account.tokens.map(({ id, name, created }) => ({ id, name, created }))) : notFound();
  });

  routes.post('/:id/tokens', async (c) => {
    const account = byId(c.req.param('id'));
    if (!account) {
      return notFound();
    }
    const name = asText((await jsonBody(c))?.name);
    if (!name || account.tokens.some((token) => token.name === name)) {
      return c.json({ message: name ? 'service account token already exists' : 'bad request data' }, 400);
    }
    return c.json(people.addToken(account, name));
  });

  routes.delete('/:id/tokens/:tokenId', (c) => {
    const account = byId(c.req.param('id'));
    if (!account) {
      return notFound();
    }
    account.tokens = account.tokens.filter(({ id }) => id !== Number(c.req.param('tokenId')));
    return c.json({ message: 'Service account token deleted' });
  });

  return routes;
}

function shown({ id, name, login, role, isDisabled, tokens }: ServiceAccount) {
  return { id, name, login, orgId: 1, isDisabled, role, tokens: tokens.length, avatarUrl: '', accessControl: null };
}

function notFound(): Response {
  const body = { message: 'service account not found', messageId: 'serviceaccounts.ErrNotFound', statusCode: 404 };
  return Response.json(body, { status: 404 });
}
