import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Endpoint } from '../connection/model';
import { connectionOf, connectionWithId } from '../connection/ownership/connections';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { NEW_CONNECTION, startPath, stepPath } from './step/paths';
import type { StepId } from './step/stepProps';
import type { ReadingData } from '../ui/reading/useReading';
import { findStep, nextStep } from './steps';
import { useDraft } from './useDraft';
import { Wizard } from './Wizard';

/** Steps where what is being pasted does not count yet. */
const STEPS_BEFORE_GRAFANA: readonly StepId[] = ['integration', 'endpoint'];

interface Props {
  data: ReadingData;
}

/** One connection, new or found in Grafana: decides which step its address may show. */
export function WizardPage({ data }: Props) {
  const params = useParams();
  const navigate = useNavigate();
  const { draft, setDraft, clearDraft } = useDraft();
  const [pasted, setPasted] = useState<Endpoint>();
  const address = params.connectionId ?? NEW_CONNECTION;
  const isNew = address === NEW_CONNECTION;
  const { reading } = data;
  const connection = isNew ? undefined : connectionWithId(address, reading);
  const endpoint = isNew ? pasted : connection?.endpoint;
  const state = { connection, endpoint, draft };
  const step = findStep(params.stepId);
  // Once Grafana holds something for the pasted endpoint, the connection has an address of its own.
  const successor = isNew && pasted && connectionOf(pasted, reading);
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
        reading,
        data,
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
