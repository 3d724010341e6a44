import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { connectionId } from '../../connection/endpoint/identity';
import type { IntegrationOfEndpoint } from '../../connection/irm/findIntegration';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { rememberIntegrationId } from './knownIntegrations';
import { integrationKey } from './useIntegration';
import { INTEGRATIONS_KEY } from './useIrmIntegrations';

export const integrationByIdKey = (id: string) => ['irm', 'integration-by-id', id] as const;

/** What IRM just answered about an integration becomes what every part of the plugin knows of it. */
export function useKeepIntegration(): (integration: IrmIntegration) => void {
  const client = useQueryClient();
  return useCallback((integration: IrmIntegration) => keep(client, integration), [client]);
}

function keep(client: QueryClient, integration: IrmIntegration): void {
  client.setQueryData(integrationByIdKey(integration.id), integration);
  if (integration.endpoint) {
    const connection = connectionId(integration.endpoint);
    rememberIntegrationId(connection, integration.id);
    const found: IntegrationOfEndpoint = { kind: 'found', integration };
    client.setQueryData(integrationKey(connection), found);
  }
  // The list that it was chosen from is read anew when it is looked at next.
  void client.invalidateQueries({ queryKey: INTEGRATIONS_KEY, refetchType: 'none' });
}
