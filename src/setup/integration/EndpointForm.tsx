import { t } from '@grafana/i18n';
import { Alert, Button, Field, Stack } from '@grafana/ui';
import { lazy, useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { connectionId, nearTwin } from '../../connection/endpoint/identity';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { readEndpoint, type EndpointReading } from '../../connection/endpoint/readEndpoint';
import { connectionsOf, type Connection } from '../../connection/ownership/connections';
import { EndpointInput } from '../../ui/EndpointInput';
import { Loaded } from '../../ui/Loaded';
import { WithoutIrm } from '../irm-integration/WithoutIrm';
import { NextButton } from '../step/NextButton';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { IrmClicks } from './IrmClicks';

// What there is to say of an address comes once there is one.
const AboutEndpoint = lazy(() => import(/* webpackChunkName: "endpoint" */ './AboutEndpoint'));
const ProblemText = lazy(() => import(/* webpackChunkName: "endpoint" */ './ProblemText'));

/**
 * The way through IRM, and the field for what it leads to. The pasted address is read with every key; what can be used
 * becomes the endpoint of this connection at once.
 */
export function EndpointForm({ endpoint, setEndpoint, setDraft, integrations, reading: objects, goTo }: StepProps) {
  const [text, setText] = useState(endpoint ? endpointUrl(endpoint) : '');
  const [wasSubmitted, setSubmitted] = useState(false);
  const wasLost = (useLocation().state as { endpointLost?: boolean } | null)?.endpointLost === true;
  const reading = readEndpoint(text);
  const { existing, twin } = lookUp(reading, connectionsOf(objects));
  const isPristine = text.trim() === '' && !wasSubmitted;
  const problem = reading.ok || isPristine ? undefined : reading.reason;

  const change = (next: string) => {
    const nextReading = readEndpoint(next);
    const isFree = nextReading.ok && !lookUp(nextReading, connectionsOf(objects)).twin;
    setText(next);
    setDraft({ way: 'paste', integrationId: '', integrationName: '' });
    // What has a twin becomes the endpoint of this connection, and opens the further steps, only when that was said.
    setEndpoint(isFree ? nextReading.endpoint : undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (reading.ok && !existing && !twin) {
      goTo('contact-point');
    }
  };
  const connectTwin = () => {
    setEndpoint(reading.ok ? reading.endpoint : undefined);
    goTo('contact-point');
  };

  const apiWay = <WithoutIrm integrations={integrations} setDraft={setDraft} />;

  return (
    <form onSubmit={submit} noValidate autoComplete="off" aria-label={t('setup.endpoint.form', 'Integration')}>
      <Stack direction="column" gap={2}>
        {wasLost && text === '' && (
          <Alert severity="info" bottomSpacing={0} title={t('setup.endpoint.lost.title', 'Paste the endpoint again')}>
            {t('setup.endpoint.lost.text', 'It holds a token, so it is not kept when the page is left or reloaded.')}
          </Alert>
        )}
        {integrations.error && apiWay}
        <IrmClicks />
        <Field
          noMargin
          label={t('setup.endpoint.label', 'HTTP endpoint')}
          description={t('setup.endpoint.help', 'Its token is the only key: whoever knows it can page you.')}
          invalid={problem !== undefined}
          error={
            problem && (
              <Loaded>
                <ProblemText problem={problem} />
              </Loaded>
            )
          }
        >
          <EndpointInput
            id="http-endpoint"
            value={text}
            onChange={change}
            placeholder={t(
              'setup.endpoint.example',
              'https://oncall-prod-eu-west-0.grafana.net/oncall/integrations/v1/alertmanager/...'
            )}
          />
        </Field>
        {!isPristine && (
          <Loaded>
            <AboutEndpoint reading={reading} existing={existing} twin={twin} onUse={change} />
          </Loaded>
        )}
        <StepFooter>
          {twin && (
            <Button type="button" variant="secondary" onClick={connectTwin}>
              {t('setup.endpoint.twin.connect', 'Connect this address as well')}
            </Button>
          )}
          {!existing && !twin && <NextButton />}
        </StepFooter>
        {!integrations.error && apiWay}
      </Stack>
    </form>
  );
}

/** What exists for an address: its own connection, or else one whose address differs and is the same integration. */
function lookUp(reading: EndpointReading, connections: Connection[]): { existing?: Connection; twin?: Connection } {
  if (!reading.ok) {
    return {};
  }
  const existing = connections.find(({ id }) => id === connectionId(reading.endpoint));
  const near = existing
    ? undefined
    : nearTwin(
        reading.endpoint,
        connections.map(({ endpoint }) => endpoint)
      );
  return { existing, twin: near && connections.find(({ endpoint }) => endpoint === near) };
}
