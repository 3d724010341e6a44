import * as z from '../../transport/zod';

const KEY = 'irmconnect.integrations';
const MOST = 1000;
const form = z.record(z.string(), z.string());

/**
 * Ids of IRM's integrations by the id of their connection, as this browser found them: a search through thousands of
 * integrations is done once. Neither id tells a token.
 */
export function knownIntegrationId(connectionId: string): string | undefined {
  return load()[connectionId];
}

export function rememberIntegrationId(connectionId: string, integrationId: string): void {
  const { [connectionId]: _, ...others } = load();
  const kept = Object.entries(others).slice(1 - MOST);
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ ...Object.fromEntries(kept), [connectionId]: integrationId }));
  } catch {
    // A browser that keeps nothing searches again.
  }
}

function load(): Record<string, string> {
  try {
    return form.parse(JSON.parse(window.localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}
