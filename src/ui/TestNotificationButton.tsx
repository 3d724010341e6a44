import { t, Trans } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import { endpointOfUrl } from '../connection/endpoint/identity';
import type { TestVerdict } from '../connection/port/grafanaPort';
import type { Integration } from '../connection/model';
import { ArrivalQuestion } from './ArrivalQuestion';
import { GrafanaErrorAlert } from './GrafanaErrorAlert';
import { MissingRights } from './MissingRights';
import { useServices } from './data/services';
import { TestVerdictAlert } from './TestVerdictAlert';
import { useMissingRights } from './useMissingRights';

interface Props {
  integration: Integration;
  onVerdict?: (verdict: TestVerdict) => void;
}

/** Really sends one message through a contact point, says what came back, and asks whether it arrived. */
export function TestNotificationButton({ integration, onVerdict }: Props) {
  const { grafana } = useServices();
  const missing = useMissingRights('test');
  const isHeartbeat = endpointOfUrl(integration.url)?.isHeartbeat ?? false;
  const test = useMutation({
    mutationFn: () => grafana.testIntegration(integration),
    onSuccess: (result) => result.ok && onVerdict?.(result.value),
  });
  const result = test.isPending ? undefined : test.data;
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      <Text element="p" color="secondary">
        {isHeartbeat ? (
          <Trans i18nKey="ui.test.heartbeat-note">
            A test counts as a beat: the first one starts IRM&apos;s monitor, and from then on IRM raises an alert when
            beats stay away.
          </Trans>
        ) : (
          <Trans i18nKey="ui.test.alert-note">
            Each test opens a new alert group in IRM and may page someone. It does not resolve by itself: resolve it in
            IRM.
          </Trans>
        )}
      </Text>
      <MissingRights missing={missing} />
      <div>
        <Button
          icon={test.isPending ? 'spinner' : 'message'}
          variant="secondary"
          disabled={missing.length > 0 || test.isPending}
          onClick={() => test.mutate()}
        >
          {test.isPending
            ? t('ui.test.sending', 'Sending...')
            : isHeartbeat
              ? t('ui.test.send-beat', 'Send test beat')
              : t('ui.test.send', 'Send test notification')}
        </Button>
      </div>
      <div aria-live="polite">
        {result?.ok === true && <TestVerdictAlert verdict={result.value} integration={integration} />}
        {result?.ok === true && result.value.kind === 'accepted' && (
          <ArrivalQuestion key={test.submittedAt} isHeartbeat={isHeartbeat} />
        )}
        {result?.ok === false && <GrafanaErrorAlert error={result.error} />}
      </div>
    </Stack>
  );
}
