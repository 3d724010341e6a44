import type { Endpoint } from '../model';
import { success } from '../result';
import type { IntegrationOfEndpoint } from './findIntegration';
import type { IrmIntegration, IrmPort, IrmResult } from './irmPort';

/** Pages of 100 integrations that an overview reads at most; what is beyond them is not known there. */
const MOST_DIRECTORY_PAGES = 3;

/** The first integrations of IRM, by their tokens. Kept in memory only. */
export interface Directory {
  byToken: ReadonlyMap<string, IrmIntegration>;
  /** Whether these are all that there are. */
  isComplete: boolean;
}

/** Reads the first 300 integrations, or as many pages of 100 as are asked for, for many connections at once. */
export async function readDirectory(
  irm: Pick<IrmPort, 'listIntegrations'>,
  mostPages = MOST_DIRECTORY_PAGES
): IrmResult<Directory> {
  const byToken = new Map<string, IrmIntegration>();
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await irm.listIntegrations({ page });
    if (!answer.ok) {
      return answer;
    }
    for (const integration of answer.value.items) {
      if (integration.endpoint) {
        byToken.set(integration.endpoint.token, integration);
      }
    }
    if (!answer.value.hasMore) {
      return success({ byToken, isComplete: true });
    }
  }
  return success({ byToken, isComplete: false });
}

/** What a directory tells of an endpoint; `gone` only where it is complete. */
export function integrationIn({ byToken, isComplete }: Directory, { token }: Endpoint): IntegrationOfEndpoint {
  const integration = byToken.get(token);
  return integration ? { kind: 'found', integration } : { kind: isComplete ? 'gone' : 'notSearched' };
}

/** The integrations of connections as far as they are known, by the id of the connection. */
export function foundIntegrations<One extends { id: string }>(
  connections: readonly One[],
  knownOf: (connection: One) => IntegrationOfEndpoint | undefined
): Map<string, IrmIntegration> {
  const found = new Map<string, IrmIntegration>();
  for (const connection of connections) {
    const known = knownOf(connection);
    if (known?.kind === 'found') {
      found.set(connection.id, known.integration);
    }
  }
  return found;
}
