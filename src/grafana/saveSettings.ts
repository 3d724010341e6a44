import * as v from 'valibot';
import { confirmWrite, type Seen } from '../connection/apply/stepResult';
import { equal } from '../connection/equal';
import type { GrafanaError, GrafanaResult } from '../connection/port/grafanaPort';
import { failure, mapResult, success, type Result } from '../connection/result';
import type { Transport } from '../transport/transport';
import { addressesAsStored, staysInPlace, withoutSlash, type IrmPlace } from './irmAddresses';
import { isSameOrigin } from './origin';
import { requestJson } from './request';
import { readSettings, SETTINGS_PATH, storedForm, type Access, type Replicas } from './settings';

/** Settings to store. Undefined in place of a token keeps the stored one, which stays at the server it was entered for. */
export interface SettingsToSave {
  access: Access;
  grafanaUrl: string;
  irmUrl: string;
  grafanaToken: string | undefined;
  replicas: Replicas;
  irm: IrmPlace & { token: string | undefined };
  /** Namespace of the organisation, which the routes to the app platform name (`Capabilities.namespace`). */
  namespace: string;
}

/** A stored token was entered for another server, or is of the other kind; nothing was saved. */
export interface TokenNeeded {
  reason: 'tokenNeeded';
  token: 'grafana' | 'irm';
}

/**
 * Stores the settings; an Admin's right. Grafana replaces `jsonData` whole and keeps a secret that is not sent
 * (plugin.json), so the stored values are read first: whether the plugin is enabled and pinned, and keys of others.
 *
 * The routes send a token to wherever its address leads, so a stored token stays only while the address leads to the
 * server that is stored at this moment, whoever stored it. With another server the token is asked for (`tokenNeeded`);
 * where no use is made of it any more, it is cleared: an empty secret counts as not set.
 *
 * A save that got no answer of Grafana's is looked at before it is called failed.
 */
export async function saveSettings(
  settings: SettingsToSave,
  session: Transport
): Promise<Result<void, GrafanaError | TokenNeeded>> {
  const stored = await requestJson(session, { method: 'GET', path: SETTINGS_PATH }, storedForm);
  if (!stored.ok) {
    return stored;
  }
  const { enabled, pinned, jsonData, secureJsonFields } = stored.value.value;
  const before = readSettings(jsonData, secureJsonFields);
  const grafanaToken = tokenToSend({
    typed: settings.grafanaToken,
    isStored: before.hasGrafanaToken,
    isInPlace: isSameOrigin(before.grafanaUrl, settings.grafanaUrl),
    isUsed: settings.access === 'proxy',
  });
  const irmToken = tokenToSend({
    typed: settings.irm.token,
    isStored: before.irm.hasToken,
    isInPlace: staysInPlace(before.irm, addressesAsStored(settings.irm)),
    isUsed: settings.irm.apiUrl.trim() !== '',
  });
  if (grafanaToken === 'needed' || irmToken === 'needed') {
    return failure({ reason: 'tokenNeeded', token: grafanaToken === 'needed' ? 'grafana' : 'irm' });
  }
  const secrets = { ...grafanaToken.secret('grafanaToken'), ...irmToken.secret('irmToken') };
  const body = {
    enabled,
    pinned,
    jsonData: { ...jsonData, ...jsonDataOf(settings) },
    ...(Object.keys(secrets).length > 0 && { secureJsonData: secrets }),
  };
  const answer = await requestJson(session, { method: 'POST', path: SETTINGS_PATH, body }, savedForm);
  const written = mapResult(answer, () => undefined);
  const judged = await confirmWrite(written, [], () => isStored(body.jsonData, secrets, session));
  return judged.state === 'failed' ? failure(judged.error) : success(undefined);
}

/** How Grafana says that it saved (plugin.json, "write settings"). */
const savedForm = v.object({ message: v.string() });

/** Whether this is what Grafana holds. A token that was sent cannot be told from the one before. */
async function isStored(
  jsonData: Record<string, unknown>,
  secrets: Record<string, string>,
  session: Transport
): GrafanaResult<Seen> {
  const stored = await requestJson(session, { method: 'GET', path: SETTINGS_PATH }, storedForm);
  return mapResult(stored, ({ value }) => {
    const areGone = Object.entries(secrets).every(([name, token]) => token === '' && !value.secureJsonFields?.[name]);
    return areGone && equal(value.jsonData, jsonData) ? 'asPlanned' : 'otherwise';
  });
}

interface TokenCase {
  typed: string | undefined;
  isStored: boolean;
  /** The stored token would go on to where it was entered for. */
  isInPlace: boolean;
  isUsed: boolean;
}

/** What becomes of a token: sent anew, cleared, left as it is, or asked for. */
function tokenToSend({ typed, isStored, isInPlace, isUsed }: TokenCase) {
  const token = typed?.trim();
  if (!token && isStored && !isInPlace) {
    return isUsed ? ('needed' as const) : secretOf('');
  }
  return secretOf(token || undefined);
}

const secretOf = (value: string | undefined) => ({
  secret: (name: string) => (value === undefined ? {} : { [name]: value }),
});

function jsonDataOf({ access, grafanaUrl, irmUrl, irm, replicas, namespace }: SettingsToSave) {
  const { apiUrl, credential, stackUrl } = addressesAsStored(irm);
  return {
    access,
    grafanaUrl: withoutSlash(grafanaUrl),
    irmUrl: withoutSlash(irmUrl),
    irmApiUrl: apiUrl,
    irmCredential: credential,
    irmStackUrl: stackUrl,
    replicas,
    namespace,
  };
}
