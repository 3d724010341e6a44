import * as v from 'valibot';
import { mapOf } from '../../transport/forms';
import { kept } from '../data/kept';

const MOST = 1000;
const known = kept('local', 'irmconnect.integrations', mapOf(v.string()));

/**
 * Ids of IRM's integrations by the id of their connection, as this browser found them: a search through thousands of
 * integrations is done once. Neither id tells a token.
 */
export function knownIntegrationId(connectionId: string): string | undefined {
  return known.read()?.[connectionId];
}

/** A browser that keeps nothing searches again. */
export function rememberIntegrationId(connectionId: string, integrationId: string): void {
  const { [connectionId]: _, ...others } = known.read() ?? {};
  const newest = Object.entries(others).slice(1 - MOST);
  known.write({ ...Object.fromEntries(newest), [connectionId]: integrationId });
}
