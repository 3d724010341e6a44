import * as v from 'valibot';
import {
  changedMeanwhile,
  confirmWrite,
  DONE,
  failed,
  type Seen,
  type StepResult,
} from '../connection/apply/stepResult';
import { equal } from '../connection/equal';
import type { GrafanaError, GrafanaResult } from '../connection/port/grafanaPort';
import { failure, mapResult, success, type Result } from '../connection/result';
import { sleep } from '../connection/sleep';
import type { Transport } from '../transport/transport';
import { addressesAsStored, staysInPlace, withoutSlash, type IrmPlace } from './irmAddresses';
import { isSameOrigin } from './origin';
import { requestJson } from './request';
import { readSettings, SETTINGS_PATH, storedForm, type Access, type PluginSettings, type Replicas } from './settings';

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
  /** What the person had before them; left out where nobody looked before. */
  seen?: {
    settings: PluginSettings;
    /** Names of what they changed, as in `jsonData` and `secureJsonData`. */
    touched: Readonly<Partial<Record<string, boolean>>>;
  };
}

/** Both the person and somebody else changed the same since it was seen; nothing was saved. */
export interface SavedByOther {
  reason: 'savedByOther';
  /** How the settings stand. */
  now: PluginSettings;
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
 * What somebody else saved since the person saw the settings stays, but for what the person changed; where both changed
 * the same, they are asked first (`savedByOther`).
 *
 * A save that got no answer of Grafana's is looked at before it is called failed, and one that was answered as done
 * before it is called that.
 */
export async function saveSettings(
  asked: SettingsToSave,
  session: Transport,
  wait: typeof sleep = sleep
): Promise<Result<void, GrafanaError | TokenNeeded | SavedByOther>> {
  const stored = await requestJson(session, { method: 'GET', path: SETTINGS_PATH }, storedForm);
  if (!stored.ok) {
    return stored;
  }
  const { value: stands } = stored.value;
  const { enabled, pinned, jsonData, secureJsonFields } = stands;
  const before = readSettings(jsonData, secureJsonFields);
  const settings = withTheirs(asked, before);
  if (!settings) {
    return failure({ reason: 'savedByOther', now: before });
  }
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
  const written: Asked = { jsonData: jsonDataOf(settings), secrets, before: stands };
  const body = {
    enabled,
    pinned,
    jsonData: { ...jsonData, ...written.jsonData },
    ...(Object.keys(secrets).length > 0 && { secureJsonData: secrets }),
  };
  const answer = await requestJson(session, { method: 'POST', path: SETTINGS_PATH, body }, savedForm);
  const judged = answer.ok
    ? await judgeSaved(() => look(written, session), wait)
    : await confirmWrite(answer, [], () => look({ ...written, isDoubtful: true }, session));
  return judged.state === 'failed' ? failure(judged.error) : success(undefined);
}

/** Of a save that was answered as done: something answered in Grafana's place, or what is asked lags behind. */
export const SETTINGS_UNCHANGED: GrafanaError = {
  reason: 'withoutEffect',
  message: 'The settings are as they were before.',
  status: undefined,
};

/** Milliseconds till a replica that lags behind, or whoever keeps answers for a moment, is asked once more. */
const LAG_MS = 1500;

/** A save that was answered as done: something may have answered in Grafana's place, or taken it back at once. */
async function judgeSaved(looking: () => GrafanaResult<Seen>, wait: typeof sleep): Promise<StepResult> {
  let seen = await looking();
  if (!seen.ok || seen.value !== 'asPlanned') {
    await wait(LAG_MS);
    seen = await looking();
  }
  if (!seen.ok) {
    return failed(seen.error, true);
  }
  switch (seen.value) {
    case 'asPlanned':
      return DONE;
    case 'asBefore':
      return failed(SETTINGS_UNCHANGED, true);
    case 'otherwise':
      return changedMeanwhile('The settings were changed meanwhile.', true);
  }
}

interface Asked {
  jsonData: Record<string, unknown>;
  /** Tokens that were sent; '' clears one. */
  secrets: Record<string, string>;
  before: v.InferOutput<typeof storedForm>;
  /** Whether the save came to Grafana is not known. */
  isDoubtful?: boolean;
}

/** How Grafana says that it saved (plugin.json, "write settings"). */
const savedForm = v.object({ message: v.string() });

/** How what Grafana holds stands to what was asked for, which is all but what others keep beside it. */
async function look({ jsonData, secrets, before, isDoubtful }: Asked, session: Transport): GrafanaResult<Seen> {
  const stored = await requestJson(session, { method: 'GET', path: SETTINGS_PATH }, storedForm);
  return mapResult(stored, ({ value: { jsonData: now, secureJsonFields } }) => {
    const areValues = Object.entries(jsonData).every(([name, value]) => now?.[name] === value);
    // A token that was sent cannot be told from the one before.
    const areTokens = Object.entries(secrets).every(([name, token]) =>
      token === '' ? !secureJsonFields?.[name] : secureJsonFields?.[name] && !isDoubtful
    );
    if (areValues && areTokens) {
      return 'asPlanned';
    }
    const isBefore = equal(now ?? {}, before.jsonData ?? {});
    return isBefore && equal(secureJsonFields ?? {}, before.secureJsonFields ?? {}) ? 'asBefore' : 'otherwise';
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

/** What belongs together, as an address and the token that goes there, and what another save left of it. */
const PARTS: ReadonlyArray<{ names: string[]; theirs(now: PluginSettings): Partial<SettingsToSave> }> = [
  {
    names: ['access', 'grafanaUrl', 'grafanaToken'],
    theirs: ({ access, grafanaUrl }) => ({ access, grafanaUrl, grafanaToken: undefined }),
  },
  {
    names: ['irmApiUrl', 'irmCredential', 'irmStackUrl', 'irmToken'],
    theirs: ({ irm }) => ({ irm: { ...irm, token: undefined } }),
  },
  { names: ['irmUrl'], theirs: ({ irmUrl }) => ({ irmUrl }) },
  { names: ['replicas'], theirs: ({ replicas }) => ({ replicas }) },
];

/** What is asked for, with what others saved since; undefined where it would go over that. */
function withTheirs(settings: SettingsToSave, now: PluginSettings): SettingsToSave | undefined {
  const { seen } = settings;
  if (!seen) {
    return settings;
  }
  const stored = jsonDataOf(now);
  const before = jsonDataOf(seen.settings);
  const wanted = jsonDataOf(settings);
  let merged = settings;
  for (const { names, theirs } of PARTS) {
    const isStored = (values: Record<string, string>) => names.every((name) => stored[name] === values[name]);
    if (isStored(before) || isStored(wanted)) {
      continue;
    }
    if (names.some((name) => seen.touched[name])) {
      return undefined;
    }
    merged = { ...merged, ...theirs(now) };
  }
  return merged;
}

type Stored = Pick<SettingsToSave, 'access' | 'grafanaUrl' | 'irmUrl' | 'replicas' | 'namespace'> & { irm: IrmPlace };

function jsonDataOf({ access, grafanaUrl, irmUrl, irm, replicas, namespace }: Stored): Record<string, string> {
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
