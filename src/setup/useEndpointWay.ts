import { useState } from 'react';
import type { Endpoint } from '../connection/model';
import { useServices } from '../ui/data/services';
import { useIntegrationById } from '../ui/irm/useIntegrationById';
import { useIrmIntegrations } from '../ui/irm/useIrmIntegrations';
import type { Draft } from './step/draft';
import type { EndpointWay, StepId } from './step/stepProps';

/**
 * Where the endpoint of a connection comes from. Through IRM's API: from the integration that the draft names, read
 * again after a reload. Pasted: without the API, where it fails before it told anything, and whenever the person wants.
 */
export function useEndpointWay(isNew: boolean, step: StepId | undefined, draft: Draft) {
  const { irm } = useServices();
  const [pasted, setPasted] = useState<Endpoint>();
  const wantsIrm = irm !== undefined && draft.way === 'irm';
  const isChoosing = isNew && wantsIrm && step === 'integration' && draft.integrationId === '';
  const integrations = useIrmIntegrations(isChoosing, draft.origin === 'existing');
  const isDown = isChoosing && integrations.error !== undefined && integrations.items === undefined;
  const way: EndpointWay = wantsIrm && !isDown ? 'irm' : 'paste';
  const chosen = useIntegrationById(
    isNew && way === 'irm' && draft.integrationId !== '' ? draft.integrationId : undefined
  );
  return {
    way,
    integrations,
    chosen,
    /** The endpoint of a new connection. */
    endpoint: way === 'irm' ? chosen.integration?.endpoint : pasted,
    setPasted,
  };
}
