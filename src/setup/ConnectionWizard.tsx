import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { lazy, useEffect, useMemo, useRef } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { connectionId } from '../connection/endpoint/identity';
import type { IrmError } from '../connection/irm/irmPort';
import { connectionOf, connectionWithId } from '../connection/ownership/connections';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { IrmErrorAlert } from '../ui/irm/IrmErrorAlert';
import { Loaded } from '../ui/Loaded';
import { connectionsPath, NEW_CONNECTION } from '../ui/pagePaths';
import { PageSkeleton } from '../ui/PageSkeleton';
import type { ReadingData } from '../ui/reading/useReading';
import { useMissingRights } from '../ui/useMissingRights';
import { heartbeatSeen } from './step/heartbeatSeen';
import { isProven } from './step/isProven';
import { stepPath } from './step/paths';
import type { StepId } from './step/stepProps';
import { findStep, nextStep, successorOf } from './steps';
import { useDraft } from './useDraft';
import { useEndpointWay } from './useEndpointWay';
import { useJourney } from './useJourney';
import { Wizard } from './Wizard';

const MayNotConnect = lazy(() => import('./MayNotConnect'));

interface Props {
  /** The id of a connection, or `new`. */
  address: string;
  stepId: string | undefined;
  data: ReadingData;
}

/** One connection, new or found in Grafana: decides which step its address may show. */
export function ConnectionWizard({ address, stepId, data }: Props) {
  const navigate = useNavigate();
  const { draft, setDraft, clearDraft } = useDraft();
  const isNew = address === NEW_CONNECTION;
  const step = findStep(stepId);
  const source = useEndpointWay(isNew, step?.id, draft);
  const { way, chosen, setPasted } = source;
  const { reading } = data;
  const connection = isNew ? undefined : connectionWithId(address, reading);
  const endpoint = isNew ? source.endpoint : connection?.endpoint;
  const id = useMemo(() => endpoint && connectionId(endpoint), [endpoint]);
  const { journey, note } = useJourney(id);
  const missing = useMissingRights('contactPoint');
  const heartbeat = useMemo(
    () => heartbeatSeen(connection, data, journey.enabledAt),
    [connection, data, journey.enabledAt]
  );
  const state = { connection, endpoint, isProven: isProven(connection, data, journey), ...heartbeat };
  // Once Grafana holds something for the new endpoint, the connection has an address of its own. In the first step
  // what is being pasted or chosen does not count yet.
  const successor = isNew && endpoint && connectionOf(endpoint, reading);
  const movesOn = successor && step && step.id !== 'integration' ? stepPath(successor.id, step.id) : undefined;

  const hasMoved = useRef(false);
  useEffect(() => {
    if (movesOn) {
      hasMoved.current = true;
      navigate(movesOn, { replace: true });
    } else if (hasMoved.current && !isNew) {
      // Only now: until the new address is shown, the endpoint comes from the draft.
      hasMoved.current = false;
      clearDraft();
      setPasted(undefined);
    }
  }, [movesOn, isNew, clearDraft, setPasted, navigate]);

  const forget = () => setDraft({ integrationId: '', integrationName: '' });

  if (!isNew && !connection) {
    return <ConnectionGone />;
  }
  if (isNew && missing.length > 0) {
    return (
      <Loaded>
        <MayNotConnect missing={missing} />
      </Loaded>
    );
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
    return <Navigate to={stepPath(address, successorOf(stepId) ?? nextStep(state))} replace />;
  }
  if (!step.isOpen(state)) {
    // Without an endpoint a later step can only have been reached before a reload, which loses a pasted one.
    const isLost = isNew && !endpoint && way === 'paste';
    return <Navigate to={stepPath(address, nextStep(state))} replace state={{ endpointLost: isLost }} />;
  }
  return (
    <Wizard
      step={step}
      state={state}
      props={{
        connection,
        endpoint,
        setEndpoint: setPasted,
        way,
        integrations: source.integrations,
        chosen: chosen.integration,
        draft,
        setDraft,
        journey,
        note,
        isProven: state.isProven,
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
    <Alert severity="warning" title={t('setup.gone.title', 'Connection not found')}>
      <p>{t('setup.gone.text', 'Its contact points may have been deleted, or their address changed.')}</p>
      <InternalLinkButton href={connectionsPath()} variant="secondary">
        {t('setup.gone.link', 'View connections')}
      </InternalLinkButton>
    </Alert>
  );
}
