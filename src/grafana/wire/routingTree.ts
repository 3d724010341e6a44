import { z } from '../../transport/zod';
import type { NotificationPolicy } from '../../connection/cadence/types';
import { policyFromWire } from './cadence';

const timing = {
  group_wait: z.string().nullish(),
  group_interval: z.string().nullish(),
  repeat_interval: z.string().nullish(),
};

const matcher = z.looseObject({ type: z.string(), label: z.string(), value: z.string() });

const flatRoute = z.looseObject({
  receiver: z.string().nullish(),
  ...timing,
  continue: z.boolean().nullish(),
  matchers: z.array(matcher).nullish(),
});

type WireRoute = z.infer<typeof flatRoute> & { routes?: WireRoute[] | null };

const route: z.ZodType<WireRoute> = flatRoute.extend({ routes: z.lazy(() => z.array(route).nullish()) });

/** Policy trees of the app platform (app-platform.json, "routing trees"). */
export const routingTrees = z.looseObject({
  items: z.array(
    z.looseObject({
      metadata: z.looseObject({ name: z.string() }),
      spec: z.looseObject({
        defaults: z.looseObject({ receiver: z.string().nullish(), ...timing }),
        routes: z.array(route).nullish(),
      }),
    })
  ),
});

/** The default tree goes by the first name, from 13.2 on also by the second; further ones have names of their own. */
const DEFAULT_NAMES = ['user-defined', 'default'];

/** Undefined where the default tree is not among what may be seen. */
export function defaultTreeIn({ items }: z.infer<typeof routingTrees>): NotificationPolicy | undefined {
  const tree = items.find(({ metadata }) => DEFAULT_NAMES.includes(metadata.name));
  return tree && policyFromWire({ ...tree.spec.defaults, routes: (tree.spec.routes ?? []).map(inProvisioningForm) });
}

type ProvisioningForm = Parameters<typeof policyFromWire>[0];

function inProvisioningForm({ matchers, routes, ...rest }: WireRoute): ProvisioningForm {
  return {
    ...rest,
    object_matchers: (matchers ?? []).map(({ label, type, value }): [string, string, string] => [label, type, value]),
    routes: (routes ?? []).map(inProvisioningForm),
  };
}

/** Time intervals of the app platform (read in the source, not recorded). */
export const timeIntervalObjects = z.looseObject({
  items: z.array(
    z.looseObject({
      spec: z.looseObject({
        name: z.string(),
        time_intervals: z.array(z.record(z.string(), z.unknown())).nullish(),
      }),
    })
  ),
});
