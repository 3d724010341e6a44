import { t } from '@grafana/i18n';
import { Button, Field, Stack } from '@grafana/ui';
import { useMemo } from 'react';
import { endpointUrl } from '../../../connection/endpoint/integrationPath';
import { maskUrl } from '../../../connection/endpoint/mask';
import { readEndpoint } from '../../../connection/endpoint/readEndpoint';
import { sameEndpoint } from '../../../connection/endpoint/identity';
import type { EndpointProblem } from '../../../connection/endpoint/readAddress';
import { planRotation } from '../../../connection/actions/rotate';
import { describeAddressProblem } from '../../../ui/describeAddressProblem';
import { EndpointInput } from '../../../ui/EndpointInput';
import { verbatim } from '../../../ui/verbatim';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

/** Another endpoint in the place of the old one, for example after its token became known to others. */
export function RotateDialog(props: DialogProps) {
  const { connection, reading: objects, typed, onType } = props;
  const { endpoint: text = '' } = typed;
  const setText = (endpoint: string) => onType({ endpoint });
  const address = useMemo(() => readEndpoint(text), [text]);
  const isSame = address.ok && sameEndpoint(address.endpoint, connection.endpoint);
  const action = useMemo(
    () => (address.ok && !isSame ? planRotation(connection, objects, address.endpoint) : undefined),
    [connection, objects, address, isSame]
  );
  const error = text.trim() === '' ? undefined : problemOf(address.ok ? undefined : address.reason, isSame);
  const suggestion = !address.ok && address.reason !== 'browserAddress' ? address.suggestion : undefined;
  return (
    <PlanDialog
      {...props}
      title={t('status.rotate.title', 'Change endpoint')}
      intro={t(
        'status.rotate.intro',
        'All contact points that send to the old endpoint will send to the new one. Names, rules and notification policies stay the same, and no alert is lost.'
      )}
      action={action}
      applyLabel={t('status.rotate.apply', 'Change')}
      doneTitle={t('status.rotate.done', 'Endpoint changed')}
    >
      {(isDisabled) => (
        <Stack direction="column" gap={1} alignItems="stretch">
          <Field
            htmlFor="new-endpoint"
            label={t('status.rotate.label', 'New HTTP endpoint')}
            description={t(
              'status.rotate.now',
              'Current: {{url}}',
              verbatim({ url: maskUrl(endpointUrl(connection.endpoint)) })
            )}
            invalid={error !== undefined}
            error={error}
            noMargin
          >
            <EndpointInput id="new-endpoint" value={text} onChange={setText} disabled={isDisabled} />
          </Field>
          {suggestion !== undefined && (
            <div>
              <Button type="button" size="sm" variant="secondary" icon="check" onClick={() => setText(suggestion)}>
                {t('status.rotate.use', 'Use the URL for alerts')}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </PlanDialog>
  );
}

function problemOf(problem: EndpointProblem | undefined, isSame: boolean): string | undefined {
  if (isSame) {
    return t('status.rotate.same', 'This endpoint is already in use here.');
  }
  if (problem === 'heartbeatAddress') {
    return t('status.rotate.heartbeat', 'This is the heartbeat URL. Enter the URL for alerts.');
  }
  return problem && describeAddressProblem(problem);
}
