import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { connectionId } from '../connection/endpoint/identity';
import type { Endpoint, ObservedObjects } from '../connection/model';
import { connectionsOf } from '../connection/observed/connections';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { NEW_CONNECTION, startPath, stepPath } from './paths';
import type { StepId } from './stepProps';
import { findStep, nextStep } from './steps';
import { useDraft } from './useDraft';
import { Wizard } from './Wizard';

/** Steps where what is being pasted does not count yet. */
const STEPS_BEFORE_GRAFANA: readonly StepId[] = ['integration', 'endpoint'];

interface Props {
  observed: ObservedObjects;
  refresh(): Promise<void>;
}

/** One connection, new or found in Grafana: decides which step its address may show. */
export function WizardPage({ observed, refresh }: Props) {
  const params = useParams();
  const navigate = useNavigate();
  const { draft, setDraft, clearDraft } = useDraft();
  const [pasted, setPasted] = useState<Endpoint>();
  const address = params.connectionId ?? NEW_CONNECTION;
  const isNew = address === NEW_CONNECTION;
  const connections = connectionsOf(observed);
  const connection = isNew ? undefined : connections.find(({ id }) => id === address);
  const endpoint = isNew ? pasted : connection?.endpoint;
  const state = { connection, endpoint, draft };
  const step = findStep(params.stepId);
  // Once Grafana holds something for the pasted endpoint, the connection has an address of its own.
  const successor = isNew && pasted && connections.find(({ id }) => id === connectionId(pasted));
  const movesOn =
    successor && step && !STEPS_BEFORE_GRAFANA.includes(step.id) ? stepPath(successor.id, step.id) : undefined;

  useEffect(() => {
    if (movesOn) {
      clearDraft();
      navigate(movesOn, { replace: true });
    }
  }, [movesOn, clearDraft, navigate]);

  if (!isNew && !connection) {
    return <ConnectionGone />;
  }
  if (!step) {
    return <Navigate to={stepPath(address, nextStep(state))} replace />;
  }
  if (!step.isOpen(state)) {
    // Without an endpoint a later step can only have been reached before a reload, which loses it.
    const isLost = isNew && !pasted;
    const target = isLost ? 'endpoint' : nextStep(state);
    return <Navigate to={stepPath(address, target)} replace state={{ endpointLost: isLost }} />;
  }
  return (
    <Wizard
      step={step}
      state={state}
      props={{
        connection,
        endpoint,
        setEndpoint: setPasted,
        draft,
        setDraft,
        observed,
        refresh,
        goTo: (to: StepId) => navigate(stepPath(address, to)),
      }}
    />
  );
}

function ConnectionGone() {
  return (
    <Alert severity="warning" title={t('setup.gone.title', 'This connection is not in Grafana any longer')}>
      <p>
        {t(
          'setup.gone.text',
          'Its contact points may have been removed, or their address changed. The list shows what is there now.'
        )}
      </p>
      <InternalLinkButton href={startPath()} variant="secondary">
        {t('setup.gone.link', 'Show connections')}
      </InternalLinkButton>
    </Alert>
  );
}
