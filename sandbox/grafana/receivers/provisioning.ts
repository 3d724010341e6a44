import { Hono } from 'hono';

import { accessDenied, opensBy } from '../access';
import type { GrafanaEnv, GrafanaVersion, May, Rules, StoredIntegration } from '../context';
import { shortUid } from '../ids';
import { invalidProvenance, wantedProvenance } from '../provenance';
import { asObject, asText, jsonBody, type JsonObject } from '../requestBody';
import { changedProtectedFields, mayMove, mayRead, protectedRefusal, receiverScope } from './managers';
import { keepingSecrets, redacted } from './secrets';
import type { ReceiverStore } from './store';
import type { Usage } from './usage';
import { invalidUid, missingSetting, unknownType } from './validate';

const WRITE =
  'any of alert.provisioning:write, alert.notifications.provisioning:write, all of alert.notifications:write, alert.provisioning.provenance:write';

export const READ =
  'any of alert.notifications:read, alert.notifications.receivers:read, alert.notifications.receivers.secrets:read, alert.notifications.provisioning:read, alert.provisioning:read';
export const READ_WAYS = READ.slice('any of '.length)
  .split(', ')
  .map((action) => [action]);

const PROVENANCE = 'alert.provisioning.provenance:write';

/**
 * From 13 on a right on contact points opens the door, too, and counts for the very object (docs/facts.md#permissions).
 */
function writeWays(version: GrafanaVersion, verb: 'create' | 'write' | 'delete') {
  const ways = [
    ['alert.provisioning:write'],
    ['alert.notifications.provisioning:write'],
    ['alert.notifications:write', PROVENANCE],
  ];
  return version === '13.2.1' ? [...ways, [`alert.notifications.receivers:${verb}`, PROVENANCE]] : ways;
}

/** Of the rights on single contact points it is this one's that counts. */
function mayTouch(may: May, verb: 'write' | 'delete', name: string): boolean {
  const isByObject = ![
    'alert.provisioning:write',
    'alert.notifications.provisioning:write',
    'alert.notifications:write',
  ].some((action) => may(action));
  return !isByObject || may(`alert.notifications.receivers:${verb}`, receiverScope(name));
}

interface Deps {
  store: ReceiverStore;
  usage: Usage;
  /** Rules and policies follow a renamed contact point. */
  renamed: Rules['renameReceiver'];
  version: GrafanaVersion;
  /** Whether only managers change where a contact point sends. */
  protectsAddresses: boolean;
}

/** `/api/v1/provisioning/contact-points`. */
export function contactPointRoutes(deps: Deps): Hono<GrafanaEnv> {
  const { store, usage, renamed } = deps;
  const routes = new Hono<GrafanaEnv>();
  routes.get('/*', opensBy(READ_WAYS, READ));
  routes.post('/*', opensBy(writeWays(deps.version, 'create'), WRITE));
  routes.put('/*', opensBy(writeWays(deps.version, 'write'), WRITE));
  routes.delete('/*', opensBy(writeWays(deps.version, 'delete'), WRITE));

  routes.get('/', (c) => {
    const name = c.req.query('name');
    const may = c.get('may');
    const seesAll = may('alert.provisioning:read') || may('alert.notifications.provisioning:read');
    const seen = store.list().filter((integration) => seesAll || mayRead(may, integration.name));
    const shown = seen.map(toWire);
    return c.json(shown.filter((point) => !name || point.name === name).sort(byNameAndUid));
  });

  routes.post('/', async (c) => {
    const body = await jsonBody(c);
    if (!body) {
      return c.json({ message: 'bad request data' }, 400);
    }
    const integration = fromWire(body, asText(body.uid), wantedProvenance(c));
    const problem = invalid(integration);
    if (problem) {
      return c.json({ message: problem }, 400);
    }
    const uidProblem = invalidUid(integration.uid);
    if (uidProblem) {
      const message = `invalid object specification\ncannot create contact point with UID '${integration.uid}': ${uidProblem}`;
      return c.json({ message }, 400);
    }
    const taken = integration.uid ? store.integration(integration.uid) : undefined;
    if (taken) {
      return c.json(uidInUse(taken), 409);
    }
    integration.uid ||= shortUid();
    store.add(integration, c.get('user').login);
    // Grafana answers without the provenance that it stored.
    return c.json(toWire({ ...integration, provenance: '' }), 202);
  });

  routes.put('/:uid', async (c) => {
    const body = await jsonBody(c);
    if (!body) {
      return c.json({ message: 'bad request data' }, 400);
    }
    const uid = c.req.param('uid');
    const stored = store.integration(uid);
    const next = fromWire(body, uid, wantedProvenance(c), stored);
    const problem = invalid(next);
    if (problem) {
      return c.json({ message: problem }, 400);
    }
    if (!stored) {
      return c.json({ message: `object not found: contact point with uid '${uid}' not found` }, 404);
    }
    if (stored.provenance && stored.provenance !== next.provenance) {
      return deps.version === '13.2.1'
        ? c.json(invalidProvenance(stored.provenance, next.provenance), 403)
        : c.json({ message: `cannot change provenance from '${stored.provenance}' to '${next.provenance}'` }, 500);
    }
    if (!mayTouch(c.get('may'), 'write', stored.name)) {
      return accessDenied(WRITE);
    }
    const receiver = store.receiver(stored.name);
    const fields = deps.protectsAddresses && changedProtectedFields([stored], [next]);
    if (fields && receiver && !mayMove(c.get('may'), receiver)) {
      const { messageId, message, payload } = protectedRefusal(receiver, fields);
      return c.json({ statusCode: 403, messageId, message, extra: payload }, 403);
    }
    store.update(next);
    if (stored.name !== next.name && !store.hasReceiver(stored.name)) {
      renamed(stored.name, next.name);
    }
    return c.json({ message: 'contactpoint updated' }, 202);
  });

  routes.delete('/:uid', (c) => {
    const stored = store.integration(c.req.param('uid'));
    if (stored && !mayTouch(c.get('may'), 'delete', stored.name)) {
      return accessDenied(WRITE);
    }
    const isLast = stored && store.receiver(stored.name)?.integrations.length === 1;
    if (stored && isLast && usage.policies(stored.name) > 0) {
      return c.json(inUse('referenced', 'Contact point is currently referenced by a notification policy.'), 409);
    }
    if (stored && isLast && usage.rules(stored.name).length > 0) {
      const message = 'Contact point is currently used in the notification settings of one or many alert rules.';
      return c.json(inUse('used-by-rule', message), 409);
    }
    if (stored) {
      store.remove(stored.uid);
    }
    return c.json({ message: 'contactpoint deleted' }, 202);
  });

  return routes;
}

function fromWire(body: JsonObject, uid: string, provenance: string, stored?: StoredIntegration): StoredIntegration {
  return {
    uid,
    name: asText(body.name),
    type: asText(body.type),
    settings: keepingSecrets(asObject(body.settings), stored?.settings),
    disableResolveMessage: body.disableResolveMessage === true,
    provenance,
  };
}

function toWire({ uid, name, label, type, settings, disableResolveMessage, provenance }: StoredIntegration) {
  const shown = { uid, name: label ?? name, type, settings: redacted(settings), disableResolveMessage };
  return provenance ? { ...shown, provenance } : shown;
}

function byNameAndUid(a: { name: string; uid: string }, b: { name: string; uid: string }): number {
  return [a.name, a.uid].join('\0') < [b.name, b.uid].join('\0') ? -1 : 1;
}

function invalid(integration: StoredIntegration): string | undefined {
  const problem = integration.name
    ? (unknownType(integration.type) ?? missingSetting(integration))
    : 'name is required';
  return problem && `invalid object specification: ${problem}`;
}

function uidInUse({ uid, name }: StoredIntegration) {
  return {
    statusCode: 409,
    messageId: 'alerting.notifications.contact-points.uidInUse',
    message: `Receiver configuration with UID '${uid}' already exists in contact point '${name}'. Please use unique identifiers for receivers across all contact points.`,
    extra: { Name: name, UID: uid },
  };
}

function inUse(reason: string, message: string) {
  return { statusCode: 409, messageId: `alerting.notifications.contact-points.${reason}`, message };
}
