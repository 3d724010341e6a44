import { Hono, type Context } from 'hono';

import { hasOneOf } from '../access';
import type { GrafanaEnv } from '../context';
import { invalidProvenance } from '../provenance';
import { changedProtectedFields, mayMove, mayRead, objectScope, protectedRefusal } from '../receivers/managers';
import type { ReceiverStore, StoredReceiver } from '../receivers/store';
import type { Usage } from '../receivers/usage';
import { asObject, asText, jsonBody } from '../requestBody';
import { fieldSelector } from './fieldSelector';
import { GROUP, type GroupVersion } from './groupVersion';
import { objectName } from './objectName';
import { readReceiver, receiverProblem, withUids } from './readReceiver';
import { provenanceOf, readAnnotations, receiverObject, receiverVersion, type ReadDeps } from './receiverObject';
import {
  failure,
  forbidden,
  invalidReceiver,
  protectedFieldsRefused,
  receiverExists,
  receiverInUse,
  receiverNotFound,
  versionConflict,
} from './status';

export interface PlatformDeps extends ReadDeps {
  usage: Usage;
  store: ReceiverStore;
  /** Rules and policies follow a renamed contact point. */
  renamed(from: string, to: string): void;
}

const PERMISSIONS = {
  create: 'any(alert.notifications:write alert.notifications.receivers:create)',
  update: 'any(alert.notifications:write alert.notifications.receivers:write)',
  delete: 'any(alert.notifications:write alert.notifications.receivers:delete)',
};

const READ = 'any(alert.notifications:read alert.notifications.receivers:read)';

const VERBS = { create: 'create', update: 'write', delete: 'delete' };

/** `…/namespaces/default/receivers`. */
export function receiverRoutes(deps: PlatformDeps, served: GroupVersion): Hono<GrafanaEnv> {
  const { version, store, usage, renamed } = deps;
  const routes = new Hono<GrafanaEnv>();
  const apiVersion = `${GROUP}/${served}`;
  const whole = (object: object) => ({ kind: 'Receiver', apiVersion, ...object });
  const byObjectName = (name: string) => store.receivers().find((receiver) => objectName(receiver.name) === name);

  function asRead(c: Context<GrafanaEnv>, receiver: StoredReceiver, counted: ReadDeps['usage'] = usage) {
    return receiverObject(receiver, readAnnotations({ ...deps, usage: counted }, c.get('may'), receiver));
  }

  function denied(c: Context<GrafanaEnv>, verb: keyof typeof PERMISSIONS, name?: string): Response | undefined {
    const right = `alert.notifications.receivers:${VERBS[verb]}`;
    const onObject = name === undefined ? right : { action: right, scope: objectScope(name) };
    const isOpen = hasOneOf(c.get('may'), [['alert.notifications:write'], [onObject]]);
    return isOpen ? undefined : forbidden(c.get('user').login, verb, name, PERMISSIONS[verb]);
  }

  /** 12.3 does not treat an unknown type as the caller's mistake. */
  function invalid(receiver: StoredReceiver): Response | undefined {
    const problem = receiverProblem(receiver);
    if (problem?.kind === 'unknownType' && version === '12.3.0') {
      return failure({ code: 500, message: problem.text });
    }
    return problem && invalidReceiver(problem.text);
  }

  routes.get('/', (c) => {
    const selector = fieldSelector(version, c.req.query('fieldSelector'));
    if ('problem' in selector) {
      return failure({ code: 400, message: selector.problem, reason: 'BadRequest' });
    }
    if (!c.get('may')('alert.notifications:read') && !c.get('may')('alert.notifications.receivers:read')) {
      return forbidden(c.get('user').login, 'list', undefined, READ);
    }
    const seen = store.receivers().filter(({ name }) => mayRead(c.get('may'), name));
    const counted = usage.counted();
    const items = seen.map((receiver) => asRead(c, receiver, counted));
    return c.json({ kind: 'ReceiverList', apiVersion, metadata: {}, items: items.filter(selector.matches) });
  });

  routes.get('/:name', (c) => {
    const receiver = byObjectName(c.req.param('name'));
    if (receiver && !mayRead(c.get('may'), receiver.name)) {
      return forbidden(c.get('user').login, 'get', c.req.param('name'), READ);
    }
    return receiver ? c.json(whole(asRead(c, receiver))) : receiverNotFound();
  });

  routes.post('/', async (c) => {
    const body = await jsonBody(c);
    const refusal = denied(c, 'create');
    if (refusal || !body) {
      return refusal ?? unreadable();
    }
    if (asObject(body.metadata).name) {
      return failure({ code: 400, message: "object's metadata.name should be empty", reason: 'BadRequest' });
    }
    const receiver = readReceiver(body);
    const problem = invalid(receiver) ?? (store.hasReceiver(receiver.name) ? receiverExists() : undefined);
    if (problem) {
      return problem;
    }
    const created = { ...withUids(receiver), createdBy: c.get('user').login };
    store.replace(created.name, created);
    return c.json(whole(receiverObject(created)), 201);
  });

  routes.put('/:name', async (c) => {
    const name = c.req.param('name');
    const body = await jsonBody(c);
    const stored = byObjectName(name);
    const refusal = denied(c, 'update', name);
    if (refusal || !body || !stored) {
      return refusal ?? (body ? receiverNotFound() : unreadable());
    }
    const next = readReceiver(body, stored);
    const problem = invalid(next) ?? conflict(stored, next, asText(asObject(body.metadata).resourceVersion), store);
    if (problem) {
      return problem;
    }
    const fields = deps.protectsAddresses && changedProtectedFields(stored.integrations, next.integrations);
    if (fields && !mayMove(c.get('may'), stored)) {
      return protectedFieldsRefused(protectedRefusal(stored, fields));
    }
    const updated = withUids(next);
    store.replace(stored.name, updated);
    if (stored.name !== updated.name) {
      renamed(stored.name, updated.name);
    }
    return c.json(whole(receiverObject(updated)));
  });

  routes.delete('/:name', (c) => {
    const name = c.req.param('name');
    const receiver = byObjectName(name);
    const refusal = denied(c, 'delete', name);
    if (refusal || !receiver) {
      return refusal ?? receiverNotFound();
    }
    const [rules, policies] = [usage.rules(receiver.name), usage.policies(receiver.name)];
    if (rules.length > 0 || policies > 0) {
      return receiverInUse(rules, policies);
    }
    const shown = asRead(c, receiver);
    store.removeReceiver(receiver.name);
    return c.json(whole(shown));
  });

  return routes;
}

function conflict(stored: StoredReceiver, next: StoredReceiver, provided: string, store: ReceiverStore) {
  const current = receiverVersion(stored);
  if (provided && provided !== current) {
    return versionConflict(provided, current, stored.name);
  }
  const [before, after] = [provenanceOf(stored), provenanceOf(next)];
  if (before && before !== after) {
    const { message, messageId } = invalidProvenance(before, after);
    return failure({ code: 403, message, reason: 'Forbidden', details: { uid: messageId } });
  }
  return next.name !== stored.name && store.hasReceiver(next.name) ? receiverExists() : undefined;
}

function unreadable(): Response {
  return failure({ code: 400, message: 'the object provided is unrecognized', reason: 'BadRequest' });
}
