import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { IrmError } from '../connection/irm/irmPort';
import { connectionOf, connectionWithId } from '../connection/ownership/connections';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { IrmErrorAlert } from '../ui/irm/IrmErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { NEW_CONNECTION, startPath, stepPath } from './step/paths';
import type { StepId } from './step/stepProps';
import type { ReadingData } from '../ui/reading/useReading';
import { findStep, nextStep } from './steps';
import { useDraft } from './useDraft';
import { useEndpointWay } from './useEndpointWay';
import { Wizard } from './Wizard';

/** Steps where what is being pasted or chosen does not count yet. */
const STEPS_BEFORE_GRAFANA: readonly StepId[] = ['integration', 'endpoint'];

interface Props {
  data: ReadingData;
}

/** One connection, new or found in Grafana: decides which step its address may show. */
export function WizardPage({ data }: Props) {
  const params = useParams();
  const navigate = useNavigate();
  const { draft, setDraft, clearDraft } = useDraft();
  const address = params.connectionId ?? NEW_CONNECTION;
  const isNew = address === NEW_CONNECTION;
  const step = findStep(params.stepId);
  const source = useEndpointWay(isNew, step?.id, draft);
  const { way, chosen } = source;
  const { reading } = data;
  const connection = isNew ? undefined : connectionWithId(address, reading);
  const endpoint = isNew ? source.endpoint : connection?.endpoint;
  const state = { connection, endpoint, draft, way };
  // Once Grafana holds something for the new endpoint, the connection has an address of its own.
  const successor = isNew && endpoint && connectionOf(endpoint, reading);
  const movesOn =
    successor && step && !STEPS_BEFORE_GRAFANA.includes(step.id) ? stepPath(successor.id, step.id) : undefined;

  const hasMoved = useRef(false);
  useEffect(() => {
    if (movesOn) {
      hasMoved.current = true;
      navigate(movesOn, { replace: true });
    } else if (hasMoved.current && !isNew) {
      // Only now: until the new address is shown, the endpoint comes from the draft.
      hasMoved.current = false;
      clearDraft();
    }
  }, [movesOn, isNew, clearDraft, navigate]);

  const forget = () => setDraft({ integrationId: '', integrationName: '' });

  if (!isNew && !connection) {
    return <ConnectionGone />;
  }
  if (isNew && way === 'irm' && draft.integrationId !== '' && !chosen.integration) {
    // After a reload the draft names the integration, and IRM its endpoint.
    return chosen.error ? (
      <ChosenUnreadable error={chosen.error} isRetrying={chosen.isReading} onRetry={chosen.retry} onForget={forget} />
    ) : (
      <PageSkeleton lines={6} />
    );
  }
  if (!step) {
    return <Navigate to={stepPath(address, nextStep(state))} replace />;
  }
  if (!step.isOpen(state)) {
    // Without an endpoint a later step can only have been reached before a reload, which loses a pasted one.
    const isLost = isNew && !endpoint && way === 'paste';
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
        setEndpoint: source.setPasted,
        way,
        integrations: source.integrations,
        chosen: chosen.integration,
        draft,
        setDraft,
        reading,
        data,
        goTo: (to: StepId) => navigate(stepPath(address, to)),
      }}
    />
  );
}

interface UnreadableProps {
  error: IrmError;
  isRetrying: boolean;
  onRetry(): void;
  onForget(): void;
}

/** The integration was chosen before, and IRM does not name its endpoint now. */
function ChosenUnreadable({ error, isRetrying, onRetry, onForget }: UnreadableProps) {
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <IrmErrorAlert error={error} onRetry={onRetry} isRetrying={isRetrying} />
      <Button variant="secondary" onClick={onForget}>
        {t('setup.chosen.forget', 'Choose another integration')}
      </Button>
    </Stack>
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
