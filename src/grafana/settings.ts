import { z } from 'zod';
import type { GrafanaError, GrafanaResult } from '../connection/port/grafanaPort';
import { failure, type Result } from '../connection/result';
import { isSameOrigin } from './origin';
import { requestJson, mapResult, sendCommand } from './request';
import { PLUGIN_ID } from '../transport/pluginId';
import type { Transport } from '../transport/transport';

/** How the plugin talks to Grafana: as the signed-in user, or as its service account through the proxy routes. */
export type Access = 'session' | 'proxy';

export interface PluginSettings {
  access: Access;
  /** Grafana's own address as its server reaches itself, without a slash at the end; '' when not set. */
  grafanaUrl: string;
  /** IRM's address, for links; '' when not set. */
  irmUrl: string;
  /** Whether a service account token is stored. The token itself never comes back. */
  hasGrafanaToken: boolean;
}

/** Settings to store. */
export interface SettingsToSave {
  access: Access;
  grafanaUrl: string;
  irmUrl: string;
  /** Undefined keeps the stored token, which stays at the server that it was entered for. */
  grafanaToken: string | undefined;
  /** Namespace of the organisation, which the routes to the app platform name (`Capabilities.namespace`). */
  namespace: string;
}

const jsonDataForm = z.looseObject({
  access: z.enum(['session', 'proxy']).catch('session'),
  grafanaUrl: z.string().catch(''),
  irmUrl: z.string().catch(''),
});

const NOT_SET = { access: 'session' as const, grafanaUrl: '', irmUrl: '' };

const storedForm = z.looseObject({
  enabled: z.boolean().default(false),
  pinned: z.boolean().default(false),
  jsonData: z.record(z.string(), z.unknown()).nullish(),
  secureJsonFields: z.record(z.string(), z.boolean()).nullish(),
});

/**
 * Reads the settings as Grafana hands them to the plugin's pages. Values that are missing or of the wrong kind, as a
 * provisioning file may hold them, count as not set.
 */
export function readSettings(
  jsonData: unknown,
  secureJsonFields: Readonly<Record<string, boolean>> | null | undefined
): PluginSettings {
  const { access, grafanaUrl, irmUrl } = jsonDataForm.catch(NOT_SET).parse(jsonData);
  return { access, grafanaUrl, irmUrl, hasGrafanaToken: secureJsonFields?.grafanaToken === true };
}

const PATH = `/api/plugins/${PLUGIN_ID}/settings`;

/** Asks Grafana for the settings as they are stored now. */
export async function fetchSettings(session: Transport): GrafanaResult<PluginSettings> {
  const answer = await requestJson(session, { method: 'GET', path: PATH }, storedForm);
  return mapResult(answer, ({ value }) => readSettings(value.jsonData, value.secureJsonFields));
}

/** The stored token was entered for another server and is not sent to this one; nothing was saved. */
export interface TokenNeeded {
  reason: 'tokenNeeded';
}

/**
 * Stores the settings; an Admin's right. Grafana replaces `jsonData` whole and keeps a secret that is not sent
 * (plugin.json), so the stored values are read first: whether the plugin is enabled and pinned, and keys of others.
 *
 * The routes send the token to wherever `grafanaUrl` leads, so a stored token stays only while the address leads to
 * the server that is stored at this moment, whoever stored it. With another server, access through the proxy asks for
 * the token (`tokenNeeded`), and access as the signed-in user clears it: an empty secret counts as not set.
 */
export async function saveSettings(
  settings: SettingsToSave,
  session: Transport
): Promise<Result<void, GrafanaError | TokenNeeded>> {
  const stored = await requestJson(session, { method: 'GET', path: PATH }, storedForm);
  if (!stored.ok) {
    return stored;
  }
  const { enabled, pinned, jsonData, secureJsonFields } = stored.value.value;
  const { access, irmUrl, namespace } = settings;
  const newToken = settings.grafanaToken?.trim();
  const before = readSettings(jsonData, secureJsonFields);
  const isStranded = before.hasGrafanaToken && !newToken && !isSameOrigin(before.grafanaUrl, settings.grafanaUrl);
  if (isStranded && access === 'proxy') {
    return failure({ reason: 'tokenNeeded' });
  }
  const grafanaToken = isStranded ? '' : newToken || undefined;
  const body = {
    enabled,
    pinned,
    jsonData: {
      ...jsonData,
      access,
      grafanaUrl: withoutSlash(settings.grafanaUrl),
      irmUrl: withoutSlash(irmUrl),
      namespace,
    },
    ...(grafanaToken === undefined ? {} : { secureJsonData: { grafanaToken } }),
  };
  return sendCommand(session, { method: 'POST', path: PATH, body });
}

/**
 * The routes of `plugin.json` put `/api/…` behind the address, and Grafana 12.4 answers a web page (404) for `//api/…`.
 * A provisioning file therefore has to name the address without a slash at its end.
 */
function withoutSlash(address: string): string {
  return address.trim().replace(/\/+$/, '');
}
