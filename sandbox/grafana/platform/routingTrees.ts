import { Hono } from 'hono';

import { hasOneOf } from '../access';
import { operatorOf, parseMatcher, toMatcher } from '../alerting/labels';
import type { GrafanaEnv, GrafanaVersion, NotificationPolicy } from '../context';
import { contentHash } from '../ids';
import { invalidPolicy, type Known } from '../policies/invalidPolicy';
import { readPolicy } from '../policies/readPolicy';
import type { PolicyStore } from '../policies/store';
import { invalidProvenance } from '../provenance';
import { asObject, asText, isObject, jsonBody, type JsonObject } from '../requestBody';
import { GROUP, type GroupVersion } from './groupVersion';
import { objectUid } from './receiverObject';
import { failure } from './status';

const NAME = 'user-defined';

/** docs/facts.md#the-app-platform */
const WRITE_WAYS = [
  ['alert.notifications:write'],
  ['alert.notifications.routes:write'],
  ['notifications.alerting.grafana.app/routingtrees:update'],
];

interface Deps extends Known {
  served: GroupVersion;
  version: GrafanaVersion;
  policies: PolicyStore;
}

/**
 * `…/namespaces/default/routingtrees`: reading is recorded, replacing the default tree is read
 * (docs/facts.md#the-app-platform). From 13.2 on the default tree answers to two names (read as well).
 */
export function routingTreeRoutes({ served, version, policies, ...known }: Deps): Hono<GrafanaEnv> {
  const names = version === '13.2.1' ? [NAME, 'default'] : [NAME];
  const routes = new Hono<GrafanaEnv>();
  const apiVersion = `${GROUP}/${served}`;

  function object() {
    const { routes: children = [], ...defaults } = policies.tree();
    return {
      metadata: {
        name: NAME,
        namespace: 'default',
        uid: objectUid('RoutingTree', NAME),
        resourceVersion: contentHash(policies.tree()),
        annotations: { 'grafana.com/provenance': policies.provenance() || 'none' },
      },
      spec: {
        defaults,
        routes: children.map(route),
      },
    };
  }

  routes.get('/', (c) => c.json({ kind: 'RoutingTreeList', apiVersion, metadata: {}, items: [object()] }));
  routes.get('/:name', (c) =>
    names.includes(c.req.param('name'))
      ? c.json({ kind: 'RoutingTree', apiVersion, ...object() })
      : failure({ code: 404, message: 'routing tree not found', reason: 'NotFound' })
  );
  routes.put('/:name', async (c) => {
    const name = c.req.param('name');
    if (!hasOneOf(c.get('may'), WRITE_WAYS)) {
      return failure({ code: 403, message: refusal(c.get('user').login, name), reason: 'Forbidden' });
    }
    if (!names.includes(name)) {
      return failure({ code: 404, message: 'routing tree not found', reason: 'NotFound' });
    }
    const body = await jsonBody(c);
    if (!body || body.kind !== 'RoutingTree' || body.apiVersion !== apiVersion) {
      return failure({ code: 400, message: 'the object provided is unrecognized', reason: 'BadRequest' });
    }
    const provided = asText(asObject(body.metadata).resourceVersion);
    const current = contentHash(policies.tree());
    if (provided && provided !== current) {
      const message = `provided version ${provided} of routing tree does not match current version ${current}`;
      return failure({ code: 409, message, reason: 'Conflict' });
    }
    const { defaults, routes: children } = asObject(body.spec);
    const tree = readPolicy({ ...asObject(defaults), routes: policiesFrom(children) });
    if (!tree) {
      return failure({ code: 400, message: 'illegal matcher or duration', reason: 'BadRequest' });
    }
    const problem = invalidPolicy(tree, known);
    if (problem) {
      const message = `Invalid format of the submitted route: ${problem}. Correct the payload and try again.`;
      return failure({ code: 400, message, reason: 'BadRequest' });
    }
    if (policies.provenance()) {
      const { message } = invalidProvenance(policies.provenance(), '');
      return failure({ code: 403, message, reason: 'Forbidden' });
    }
    policies.set(tree, '');
    return c.json({ kind: 'RoutingTree', apiVersion, ...object() });
  });
  return routes;
}

const refusal = (login: string, name: string) =>
  `routingtrees.${GROUP} "${name}" is forbidden: User "${login}" cannot update resource "routingtrees" in API group "${GROUP}" in the namespace "default"`;

/** Matchers of whatever form become those of objects. */
function policiesFrom(children: unknown): unknown[] {
  const list: unknown[] = Array.isArray(children) ? children : [];
  return list.filter(isObject).map((child) => {
    const { matchers, routes, continue: goesOn, ...rest } = child;
    const read: unknown[] = Array.isArray(matchers) ? matchers : [];
    return {
      ...rest,
      ...(goesOn === true && { continue: true }),
      object_matchers: read.filter(isObject).map(({ label, type, value }: JsonObject) => [label, type, value]),
      ...(Array.isArray(routes) && { routes: policiesFrom(routes) }),
    };
  });
}

interface PlatformRoute extends Pick<NotificationPolicy, 'receiver' | 'group_by'> {
  continue: boolean;
  matchers: Array<{ type: string; label: string; value: string }>;
  routes?: PlatformRoute[];
}

/** Matchers of every writing become those of the app platform. */
function route(policy: NotificationPolicy): PlatformRoute {
  const { object_matchers = [], matchers = [], match = {}, match_re = {}, routes, ...rest } = policy;
  const all = [
    ...matchers.flatMap((text) => parseMatcher(text) ?? []),
    ...object_matchers.map(([name, operator, value]) => toMatcher(name, operator, value)),
    ...Object.entries(match).map(([name, value]) => toMatcher(name, '=', value)),
    ...Object.entries(match_re).map(([name, value]) => toMatcher(name, '=~', value ?? '')),
  ];
  return {
    ...rest,
    continue: rest.continue ?? false,
    matchers: all.map((matcher) => ({ type: operatorOf(matcher), label: matcher.name, value: matcher.value })),
    routes: routes?.map(route),
  };
}
