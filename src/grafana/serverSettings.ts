import * as v from 'valibot';
import { raw } from '../transport/forms';
import type { GrafanaResult } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import type { Transport } from '../transport/transport';
import { readCapabilities, type Capabilities } from './capabilities';
import { requestList } from './request';

const form = v.object({
  appUrl: v.optional(v.string(), ''),
  namespace: v.optional(v.string()),
  buildInfo: v.object({ version: v.string() }),
  unifiedAlertingEnabled: v.optional(v.boolean()),
  unifiedAlerting: v.optional(v.object({ minInterval: v.optional(v.string()) })),
  featureToggles: v.optional(raw),
});

/**
 * What a Grafana tells of itself, asked over its API: the same settings that it writes into every page, for whoever has
 * no page. Any signed-in account may ask, also a Viewer's.
 */
export async function readServerCapabilities(transport: Transport): GrafanaResult<Capabilities> {
  const answer = await requestList(transport, { method: 'GET', path: '/api/frontend/settings' }, form);
  return mapResult(answer, ({ value: { appUrl, namespace = '', buildInfo, ...others } }) =>
    readCapabilities({ appUrl, namespace, buildInfo: { version: buildInfo.version }, ...settingsOf(others) })
  );
}

type Others = Omit<v.InferOutput<typeof form>, 'appUrl' | 'namespace' | 'buildInfo'>;

/** Without those that were not told: the types tell "not there" from "undefined". */
function settingsOf({ unifiedAlertingEnabled, unifiedAlerting, featureToggles }: Others) {
  return {
    ...(unifiedAlertingEnabled !== undefined && { unifiedAlertingEnabled }),
    ...(featureToggles && { featureToggles }),
    ...(unifiedAlerting?.minInterval !== undefined && {
      unifiedAlerting: { minInterval: unifiedAlerting.minInterval },
    }),
  };
}
