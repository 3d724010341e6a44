import * as v from 'valibot';
import { mapOf, raw } from '../../transport/forms';
import type { NotificationPolicy } from '../../connection/policies/types';
import { namesReceiver, policyFromWire, timing, timings } from './policy';

const matcher = v.looseObject({ type: v.string(), label: v.string(), value: v.string() });

const flatRoute = v.looseObject({
  receiver: v.nullish(v.string()),
  ...timing,
  ...timings,
  continue: v.nullish(v.boolean()),
  matchers: v.nullish(v.array(matcher)),
});

type WireRoute = v.InferOutput<typeof flatRoute> & { routes?: WireRoute[] | null };

const route: v.GenericSchema<unknown, WireRoute> = v.looseObject({
  ...flatRoute.entries,
  routes: v.nullish(v.array(v.lazy(() => route))),
});

const tree = v.looseObject({
  metadata: v.looseObject({ name: v.string(), annotations: v.nullish(mapOf(v.string())) }),
  spec: v.looseObject({
    defaults: v.looseObject({ receiver: v.nullish(v.string()), ...timing }),
    routes: v.nullish(v.array(route)),
  }),
});

type WireTree = v.InferOutput<typeof tree>;

/** Policy trees of the app platform (app-platform.json, "routing trees"). */
export const routingTrees = v.looseObject({
  items: v.array(
    v.pipe(
      tree,
      v.check(
        (item) => !isDefaultTree(item) || namesReceiver(item.spec.defaults),
        'The default policy names no contact point'
      )
    )
  ),
});

/** The default tree goes by the first name, from 13.2 on also by the second; further ones have names of their own. */
const DEFAULT_NAMES = ['user-defined', 'default'];

/** Whether this is the tree that alerts without a policy of their own go to. */
export const isDefaultTree = ({ metadata }: { metadata: { name: string } }): boolean =>
  DEFAULT_NAMES.includes(metadata.name);

/** Undefined where the default tree is not among what may be seen. */
export function defaultTreeIn({ items }: v.InferOutput<typeof routingTrees>): NotificationPolicy | undefined {
  const found = items.find(isDefaultTree);
  return found && treeFromWire(found);
}

/** The trees that go by names of their own. */
export function otherTreesIn({ items }: v.InferOutput<typeof routingTrees>): Map<string, NotificationPolicy> {
  const others = items.filter((item) => !isDefaultTree(item));
  return new Map(others.map((other) => [other.metadata.name, treeFromWire(other)]));
}

/** A tree of the app platform as the policy at its root. */
export const treeFromWire = ({ spec }: WireTree): NotificationPolicy =>
  policyFromWire({ ...spec.defaults, routes: (spec.routes ?? []).map(inProvisioningForm) });

type ProvisioningForm = Parameters<typeof policyFromWire>[0];

/** A policy of the app platform in the words of the provisioning API. */
function inProvisioningForm({ matchers, routes, ...rest }: WireRoute): ProvisioningForm {
  return {
    ...rest,
    object_matchers: (matchers ?? []).map(({ label, type, value }): [string, string, string] => [label, type, value]),
    routes: (routes ?? []).map(inProvisioningForm),
  };
}

/** Time intervals of the app platform (docs/facts.md#the-app-platform). */
export const timeIntervalObjects = v.looseObject({
  items: v.array(
    v.looseObject({
      spec: v.looseObject({
        name: v.string(),
        time_intervals: v.nullish(v.array(raw)),
      }),
    })
  ),
});
