import * as z from '../../transport/zod';
import type { NotificationPolicy } from '../../connection/policies/types';
import { namesReceiver, policyFromWire, timing, timings } from './policy';

const matcher = z.looseObject({ type: z.string(), label: z.string(), value: z.string() });

const flatRoute = z.looseObject({
  receiver: z.nullish(z.string()),
  ...timing,
  ...timings,
  continue: z.nullish(z.boolean()),
  matchers: z.nullish(z.array(matcher)),
});

type WireRoute = z.infer<typeof flatRoute> & { routes?: WireRoute[] | null };

const route: z.ZodMiniType<WireRoute> = z.extend(flatRoute, { routes: z.lazy(() => z.nullish(z.array(route))) });

const tree = z.looseObject({
  metadata: z.looseObject({ name: z.string(), annotations: z.nullish(z.record(z.string(), z.string())) }),
  spec: z.looseObject({
    defaults: z.looseObject({ receiver: z.nullish(z.string()), ...timing }),
    routes: z.nullish(z.array(route)),
  }),
});

type WireTree = z.infer<typeof tree>;

/** Policy trees of the app platform (app-platform.json, "routing trees"). */
export const routingTrees = z.looseObject({
  items: z.array(
    tree.check(
      z.refine(
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
export function defaultTreeIn({ items }: z.infer<typeof routingTrees>): NotificationPolicy | undefined {
  const found = items.find(isDefaultTree);
  return found && treeFromWire(found);
}

/** The trees that go by names of their own. */
export function otherTreesIn({ items }: z.infer<typeof routingTrees>): Map<string, NotificationPolicy> {
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
export const timeIntervalObjects = z.looseObject({
  items: z.array(
    z.looseObject({
      spec: z.looseObject({
        name: z.string(),
        time_intervals: z.nullish(z.array(z.record(z.string(), z.unknown()))),
      }),
    })
  ),
});
