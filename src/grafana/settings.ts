import * as v from 'valibot';
import { mapOf, raw } from '../transport/forms';
import type { GrafanaResult } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import type { IrmPlace } from './irmAddresses';
import { requestJson } from './request';
import { PLUGIN_ID } from '../transport/pluginId';
import type { Transport } from '../transport/transport';

/** How the plugin talks to Grafana: as the signed-in user, or as its service account through the proxy routes. */
export type Access = 'session' | 'proxy';

/** How many replicas an administrator says this Grafana has; '' leaves it to the plugin to find out. */
export type Replicas = '' | '1' | '2+';

interface IrmSettings extends IrmPlace {
  /** Whether a token is stored. The token itself never comes back. */
  hasToken: boolean;
}

export interface PluginSettings {
  access: Access;
  /** Grafana's own address as its server reaches itself, without a slash at the end; '' when not set. */
  grafanaUrl: string;
  /** IRM's address, for links; '' when not set. */
  irmUrl: string;
  /** Whether a service account token is stored. The token itself never comes back. */
  hasGrafanaToken: boolean;
  irm: IrmSettings;
  replicas: Replicas;
  /** Namespace that the routes to the app platform name; '' when not set. */
  namespace: string;
  /** What a provisioning file says of itself that keeps these settings, since Grafana does not tell; '' otherwise. */
  managedBy: string;
}

const text = v.fallback(v.string(), '');

/** A file may well hold a number, and any that is above one. */
function replicasFrom(value: unknown): Replicas {
  const said = typeof value === 'number' ? String(value) : value;
  if (typeof said !== 'string' || !/^(1|([2-9]|[1-9]\d+)\+?)$/.test(said)) {
    return '';
  }
  return said === '1' ? '1' : '2+';
}

const jsonDataForm = v.looseObject({
  access: v.fallback(v.picklist(['session', 'proxy']), 'session'),
  grafanaUrl: text,
  irmUrl: text,
  irmApiUrl: text,
  irmCredential: v.fallback(v.picklist(['serviceAccount', 'apiKey']), 'serviceAccount'),
  irmStackUrl: text,
  replicas: v.optional(v.unknown()),
  namespace: text,
  managedBy: text,
});

const NOT_SET = v.parse(jsonDataForm, {});

/**
 * The settings as Grafana keeps them, with what others put beside ours. It tells the id and both switches of every
 * plugin (plugin.json, "settings, fresh"); an answer without them is somebody else's, and a save over it would lose all
 * that is stored.
 */
export const storedForm = v.looseObject({
  id: v.literal(PLUGIN_ID),
  enabled: v.boolean(),
  pinned: v.boolean(),
  jsonData: v.nullish(raw),
  secureJsonFields: v.nullish(mapOf(v.boolean())),
});

/**
 * Reads the settings as Grafana hands them to the plugin's pages. Values that are missing or of the wrong kind, as a
 * provisioning file may hold them, count as not set.
 */
export function readSettings(
  jsonData: unknown,
  secureJsonFields: Readonly<Record<string, boolean>> | null | undefined
): PluginSettings {
  const values = v.parse(v.fallback(jsonDataForm, NOT_SET), jsonData);
  const { access, grafanaUrl, irmUrl, irmApiUrl, irmCredential, irmStackUrl } = values;
  return {
    access,
    grafanaUrl,
    irmUrl,
    hasGrafanaToken: secureJsonFields?.grafanaToken === true,
    irm: {
      apiUrl: irmApiUrl,
      credential: irmCredential,
      stackUrl: irmStackUrl,
      hasToken: secureJsonFields?.irmToken === true,
    },
    replicas: replicasFrom(values.replicas),
    namespace: values.namespace,
    managedBy: values.managedBy.trim(),
  };
}

export const SETTINGS_PATH = `/api/plugins/${PLUGIN_ID}/settings`;

/** Asks Grafana for the settings as they are stored now. */
export async function fetchSettings(session: Transport): GrafanaResult<PluginSettings> {
  const answer = await requestJson(session, { method: 'GET', path: SETTINGS_PATH }, storedForm);
  return mapResult(answer, ({ value }) => readSettings(value.jsonData, value.secureJsonFields));
}
