import type { Endpoint } from '../model';
import { failure, success } from '../result';
import type { IrmIntegration, IrmPort, IrmResult } from './irmPort';

/** Pages of 100 integrations that are looked through at most; IRM lets 300 requests a minute through. */
export const MOST_PAGES = 50;

/** What IRM knows of an endpoint. `gone`: no integration has it. `notSearched`: there are more than are looked through. */
export type IntegrationOfEndpoint =
  { kind: 'found'; integration: IrmIntegration } | { kind: 'gone' } | { kind: 'notSearched' };

/** Whether an integration is the one behind an endpoint: the token is its own, in whatever way the address is written. */
const isIntegrationOf = ({ endpoint }: IrmIntegration, { token }: Endpoint): boolean => endpoint?.token === token;

/**
 * Finds the integration behind an endpoint: by the id that an earlier search found, else page by page, since IRM has no
 * filter for it.
 */
export async function findIntegration(
  irm: Pick<IrmPort, 'getIntegration' | 'listIntegrations'>,
  endpoint: Endpoint,
  knownId?: string
): IrmResult<IntegrationOfEndpoint> {
  if (knownId !== undefined) {
    const known = await irm.getIntegration(knownId);
    if (known.ok && isIntegrationOf(known.value, endpoint)) {
      return success({ kind: 'found', integration: known.value });
    }
    if (!known.ok && known.error.reason !== 'notFound') {
      return failure(known.error);
    }
  }
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await irm.listIntegrations({ page });
    if (!answer.ok) {
      return answer;
    }
    const integration = answer.value.items.find((item) => isIntegrationOf(item, endpoint));
    if (integration) {
      return success({ kind: 'found', integration });
    }
    if (!answer.value.hasMore) {
      return success({ kind: 'gone' });
    }
  }
  return success({ kind: 'notSearched' });
}
