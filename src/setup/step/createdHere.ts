import * as z from '../../transport/zod';

const KEY = 'irmconnect.created-integrations';

/** Ids of the integrations that the wizard created in this browser session, whose settings are IRM's defaults. */
export function wasCreatedHere(storage: Storage, integrationId: string): boolean {
  return load(storage).includes(integrationId);
}

export function rememberCreated(storage: Storage, integrationId: string): void {
  try {
    storage.setItem(KEY, JSON.stringify([...load(storage), integrationId]));
  } catch {
    // Only a sentence depends on it.
  }
}

function load(storage: Storage): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(storage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}
