import * as v from 'valibot';
import { mapOf } from '../transport/forms';
import type { GrafanaError, GrafanaPort, ReceiverInUse } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import type { Transport } from '../transport/transport';
import { notificationsPath } from './platform';
import { requestReceivers } from './receivers';
import type { Served } from './served';

/** A contact point as the app platform lists it (app-platform.json, "list"), as far as its uses are concerned. */
const usedReceivers = v.looseObject({
  items: v.array(
    v.looseObject({
      metadata: v.looseObject({ annotations: v.nullish(mapOf(v.string())) }),
      spec: v.looseObject({ title: v.string(), integrations: v.nullish(v.array(v.unknown())) }),
    })
  ),
});

/** 12.3 and 12.4 serve the list under the older version only, 13 under both. */
export function receiverUseCalls(
  transport: Transport,
  namespace: string,
  { receivers }: Pick<Served, 'receivers'>
): Pick<GrafanaPort, 'listReceiverUses'> {
  return {
    listReceiverUses: () =>
      receivers(
        async (version) => {
          const path = notificationsPath(namespace, version, 'receivers');
          const answer = await requestReceivers(transport, path, usedReceivers);
          return mapResult(answer, ({ value }) => value.items.map(useFromWire));
        },
        { isGone: isNotServed }
      ),
  };
}

/** There is no such version, or no route to it yet in the plugin that Grafana has loaded. */
const isNotServed = ({ reason, status }: GrafanaError): boolean =>
  reason === 'notServed' || (reason === 'proxyNotConfigured' && status === 404);

function useFromWire({ metadata, spec }: v.InferOutput<typeof usedReceivers>['items'][number]): ReceiverInUse {
  const count = (of: string) => {
    const text = metadata.annotations?.[`grafana.com/inUse/${of}`] ?? '';
    return /^\d+$/.test(text) ? Number(text) : undefined;
  };
  return {
    name: spec.title,
    integrations: spec.integrations?.length ?? 0,
    routes: count('routes'),
    rules: count('rules'),
  };
}
