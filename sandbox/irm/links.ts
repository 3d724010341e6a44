import type { IrmContext } from './context';
import { typeOf } from './integrationTypes';
import type { Integration } from './model';

/** The HTTP endpoint of an integration; null for types that nothing can be posted to. */
export function endpointOf({ baseUrl }: Pick<IrmContext, 'baseUrl'>, { type, token }: Integration): string | null {
  return typeOf(type).hasEndpoint ? `${baseUrl}/integrations/v1/${type}/${token}/` : null;
}

export function heartbeatEndpointOf(context: Pick<IrmContext, 'baseUrl'>, integration: Integration): string | null {
  const endpoint = endpointOf(context, integration);
  return integration.heartbeat && endpoint ? `${endpoint}heartbeat/` : null;
}
