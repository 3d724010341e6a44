import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import type { Integration } from '../../../connection/model';
import { BusyButton } from '../../BusyButton';
import { MissingRights } from '../../MissingRights';
import { TestOptions } from './TestOptions';
import { TestOutcome } from './TestOutcome';
import { useTest } from './useTest';
import { BeatNotTold, WithApi } from './WithApi';

interface Props {
  integration: Integration;
}

/**
 * Really sends one message through a contact point and says what came back. An alert is then looked for in IRM through
 * its API and resolved there; without the API the person is asked whether it arrived.
 */
export function TestNotificationButton(props: Props) {
  // What was said of a test holds for the address it went to.
  return <TestOf key={props.integration.url} {...props} />;
}

function TestOf({ integration }: Props) {
  const test = useTest(integration.url);
  const { missing, isHeartbeat, isSending } = test;
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      <TestNote isHeartbeat={isHeartbeat} isTracked={test.sentTo !== undefined} />
      <MissingRights missing={missing} />
      <TestOptions test={test} />
      <div>
        <BusyButton
          isBusy={isSending}
          icon="message"
          variant="secondary"
          disabled={missing.length > 0}
          onClick={() => void test.send(integration)}
        >
          {isSending
            ? t('ui.test.sending', 'Sending...')
            : isHeartbeat
              ? t('ui.test.send-beat', 'Send heartbeat')
              : t('ui.test.send', 'Send test alert')}
        </BusyButton>
      </div>
      <div aria-live="polite">
        <TestOutcome test={test} />
      </div>
    </Stack>
  );
}

function TestNote({ isHeartbeat, isTracked }: { isHeartbeat: boolean; isTracked: boolean }) {
  return (
    <>
      <Text element="p" color="secondary">
        {isHeartbeat
          ? t(
              'ui.test.heartbeat-note',
              'This counts as a heartbeat. IRM starts monitoring with the first one, and alerts when heartbeats stop.'
            )
          : isTracked
            ? t(
                'irm.arrival.note',
                'Each test opens a new alert group in IRM and may page someone. The plugin looks for it there.'
              )
            : t(
                'ui.test.alert-note',
                'Each test opens a new alert group in IRM and may page someone. Resolve it in IRM afterwards.'
              )}
      </Text>
      {isHeartbeat ? <BeatNotTold /> : <WithApi />}
    </>
  );
}
