import * as v from 'valibot';
import { raw } from '../../transport/forms';
import type { NotificationPolicy } from '../../connection/policies/types';
import type { PolicyTree, Raw, StoredPolicy } from '../../connection/route-alerts/types';
import { policyFromWire, policyTree } from './policy';
import { isDefaultTree, routingTrees, treeFromWire } from './routingTree';

const NO_POLICIES = 'These are no notification policies';
const rawRoutes = v.fallback(v.array(raw), []);

/** The tree of the provisioning API (policies.json, "read back"). */
export const provisioningTree = v.pipe(
  raw,
  v.check((body) => v.is(policyTree, body), NO_POLICIES)
);

/** @param source what the provisioning API answered */
export function treeFromProvisioning(source: Raw): PolicyTree | undefined {
  const read = v.safeParse(policyTree, source);
  const { provenance, ...content } = source;
  return read.success
    ? {
        root: withStored(policyFromWire(read.output), source),
        provenance: typeof provenance === 'string' ? provenance : '',
        content,
        source,
      }
    : undefined;
}

/** The trees of the app platform (app-platform.json, "routing trees"). */
export const platformTrees = v.pipe(
  v.looseObject({ items: v.array(raw) }),
  v.check((body) => v.is(routingTrees, body), NO_POLICIES)
);

const spec = v.looseObject({ defaults: raw, routes: v.nullish(v.array(raw)) });

/** The default tree out of a list; undefined where it is not among what may be seen. */
export function treeFromPlatform(items: readonly Raw[]): PolicyTree | undefined {
  const read = v.safeParse(routingTrees, { items });
  const index = read.success ? read.output.items.findIndex(isDefaultTree) : -1;
  const [item, source] = [read.success ? read.output.items[index] : undefined, items[index]];
  const stored = v.safeParse(spec, source?.['spec']);
  if (!item || !source || !stored.success) {
    return undefined;
  }
  const provenance = item.metadata.annotations?.[PROVENANCE] ?? '';
  return {
    root: withStored(treeFromWire(item), { ...stored.output.defaults, routes: stored.output.routes }),
    provenance: provenance === 'none' ? '' : provenance,
    content: source['spec'],
    source,
  };
}

const PROVENANCE = 'grafana.com/provenance';

function withStored(policy: NotificationPolicy, stored: Raw): StoredPolicy {
  const below = v.parse(rawRoutes, stored['routes']);
  return { ...policy, stored, routes: policy.routes.map((route, index) => withStored(route, below[index] ?? {})) };
}

/** The body that puts a tree in the place of `before`, in the form in which that was read. */
export function treeToWire(root: StoredPolicy, before: PolicyTree): Raw {
  const { spec: specBefore } = before.source;
  if (specBefore === undefined) {
    // Who keeps the tree goes by a header, and is no part of what is written.
    const { provenance: _, ...body } = policyToWire(root, 'provisioning');
    return body;
  }
  const read = v.safeParse(spec, specBefore);
  const { routes, ...defaults } = policyToWire(root, 'platform');
  return { ...before.source, spec: { ...(read.success && read.output), defaults, routes: routes ?? [] } };
}

type Form = 'provisioning' | 'platform';

/** A policy as it was read, but for what the plugin changed in it. */
function policyToWire(policy: StoredPolicy, form: Form): Raw {
  const { stored } = policy;
  if (!stored) {
    return newPolicy(policy, form);
  }
  const routes = policy.routes.map((route) => policyToWire(route, form));
  const hasRoutes = Array.isArray(stored['routes']) || routes.length > 0;
  return {
    ...(isOfForm(stored, form) ? stored : inOtherForm(policy, stored, form)),
    ...(policy.receiver !== (stored['receiver'] ?? '') && { receiver: policy.receiver }),
    ...(policy.continue !== (stored['continue'] ?? false) && { continue: policy.continue }),
    ...(hasRoutes && { routes }),
  };
}

const OF_PROVISIONING = ['object_matchers', 'match', 'match_re'];

/** Matchers are objects in the app platform alone. */
function isOfForm(stored: Raw, form: Form): boolean {
  const list = v.parse(matcherList, stored['matchers']);
  return form === 'platform'
    ? OF_PROVISIONING.every((name) => !(name in stored)) && list.every((one) => typeof one === 'object')
    : list.every((one) => typeof one !== 'object');
}

const matcherList = v.fallback(v.array(v.unknown()), []);

/** A policy that was read through the other API, which answered then. */
function inOtherForm(policy: StoredPolicy, stored: Raw, form: Form): Raw {
  const names = [...OF_PROVISIONING, 'matchers', 'continue'];
  const rest = Object.fromEntries(Object.entries(stored).filter(([name]) => !names.includes(name)));
  return { ...rest, ...ownToWire(policy, form) };
}

/** What each API writes in a way of its own. */
const ownToWire = ({ matchers, continue: goesOn }: StoredPolicy, form: Form): Raw =>
  form === 'platform'
    ? {
        matchers: matchers.map(({ name, operator, value }) => ({ type: operator, label: name, value })),
        continue: goesOn,
      }
    : {
        object_matchers: matchers.map(({ name, operator, value }) => [name, operator, value]),
        ...(goesOn && { continue: true }),
      };

const newPolicy = (policy: StoredPolicy, form: Form): Raw => ({
  receiver: policy.receiver,
  ...ownToWire(policy, form),
});
