import type { IrmError, IrmPort } from '../connection/irm/irmPort';
import { loadedCalls } from '../transport/loadedCalls';
import type { Transport } from '../transport/transport';

const CALLS = [
  'listIntegrations',
  'getIntegration',
  'createIntegration',
  'updateIntegration',
  'listTeams',
  'listEscalationChains',
  'listAlertGroups',
  'getAlertGroup',
  'resolveAlertGroup',
  'tokenOwner',
  'mayCreateIntegrations',
  'mayResolveAlertGroups',
] as const satisfies ReadonlyArray<keyof IrmPort>;

/** The client of IRM's API, of which a page without that API needs nothing: loaded with the first call at the latest. */
export function irmClientOnDemand(transport: Transport): IrmPort {
  const load = async () => (await import('./irmClient')).createIrmClient(transport);
  return loadedCalls<IrmError, (typeof CALLS)[number], IrmPort>(load, CALLS, (message) => ({
    reason: 'notLoaded',
    message,
    status: undefined,
    fields: {},
    waitSeconds: undefined,
  }));
}

/** Loads the client beside what a page reads of Grafana first, so that IRM's side need not wait for it. */
export const prefetchIrmClient = (): void => void import('./irmClient').catch(() => undefined);
