import * as v from 'valibot';
import type { GrafanaError, GrafanaResult } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import { requestJson, sendCommand } from './request';
import { SETTINGS_UNCHANGED } from './saveSettings';
import { SETTINGS_PATH, storedForm } from './settings';
import type { Transport } from '../transport/transport';

/** Whether the plugin's service account works in the very Grafana and organisation that the person is signed in to. */
export type Sameness =
  | { kind: 'same' }
  /** Names of the two organisations, as far as Grafana told them. */
  | { kind: 'another'; here: string | undefined; there: string | undefined }
  /** The service account may not read the plugin's settings, which Editors may: it has a role of its own. */
  | { kind: 'hidden' }
  | { kind: 'unproved'; error: GrafanaError };

/** How often it is tried where somebody else saves settings, or checks, at the same moment. */
const TRIES = 3;

const OTHERS_SAVE: GrafanaError = {
  reason: 'changedMeanwhile',
  message: 'Somebody else saves these settings at the same time.',
  status: undefined,
};

/**
 * Proves it by a random word that is saved in the plugin's settings with the session and has to come back through the
 * proxy. Settings belong to one organisation, and a copy of this Grafana has its word from an earlier check at most.
 * The word stays until the next check; it is no secret. Like a save of the form, the write puts back what was read
 * right before it.
 */
export async function proveSame(session: Transport, proxy: Transport): Promise<Sameness> {
  for (let tried = 1; ; tried += 1) {
    const word = randomWord();
    const saved = await saveWord(word, session);
    if (!saved.ok) {
      return { kind: 'unproved', error: saved.error };
    }
    const there = await readWord(proxy);
    if (!there.ok) {
      return withoutSettings(there.error, session, proxy);
    }
    if (there.value === word) {
      return { kind: 'same' };
    }
    const here = await readWord(session);
    if (!here.ok) {
      return { kind: 'unproved', error: here.error };
    }
    if (here.value === word) {
      return another(session, proxy);
    }
    if (tried === TRIES) {
      return { kind: 'unproved', error: here.value === saved.value ? SETTINGS_UNCHANGED : OTHERS_SAVE };
    }
  }
}

/** What it means that the settings cannot be read over there, where the token is good. */
function withoutSettings(error: GrafanaError, session: Transport, proxy: Transport): Promise<Sameness> | Sameness {
  if (error.reason === 'forbidden' && error.serviceAccountAt !== undefined) {
    return { kind: 'hidden' };
  }
  // "Plugin not found" is the target's; any other 404 is of something on the way, or of this Grafana's older routes.
  const isNotInstalled = error.status === 404 && /^plugin not found/i.test(error.message);
  return isNotInstalled ? another(session, proxy) : { kind: 'unproved', error };
}

async function another(session: Transport, proxy: Transport): Promise<Sameness> {
  return { kind: 'another', here: await organisationName(session), there: await organisationName(proxy) };
}

/** Answers the word that stood there before. */
async function saveWord(proofNonce: string, session: Transport): GrafanaResult<unknown> {
  const stored = await requestJson(session, { method: 'GET', path: SETTINGS_PATH }, storedForm);
  if (!stored.ok) {
    return stored;
  }
  const { enabled, pinned, jsonData } = stored.value.value;
  const body = { enabled, pinned, jsonData: { ...jsonData, proofNonce } };
  const written = await sendCommand(session, { method: 'POST', path: SETTINGS_PATH, body });
  return mapResult(written, () => jsonData?.proofNonce);
}

async function readWord(transport: Transport): GrafanaResult<unknown> {
  const answer = await requestJson(transport, { method: 'GET', path: SETTINGS_PATH }, storedForm);
  return mapResult(answer, ({ value }) => value.jsonData?.proofNonce);
}

async function organisationName(transport: Transport): Promise<string | undefined> {
  const answer = await requestJson(transport, { method: 'GET', path: '/api/org' }, v.object({ name: v.string() }));
  return answer.ok ? answer.value.value.name : undefined;
}

/** `randomUUID` is missing on pages that are served over plain http. */
const randomWord = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
