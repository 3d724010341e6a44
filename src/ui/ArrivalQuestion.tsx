import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { useState, type ReactNode } from 'react';
import { IrmLink } from './IrmLink';

interface Props {
  isHeartbeat: boolean;
  onSeen?: (() => void) | undefined;
}

/** Only IRM's side proves arrival, so the person is asked to look there. */
export function ArrivalQuestion({ isHeartbeat, onSeen }: Props) {
  const [answer, setAnswer] = useState<'seen' | 'notSeen'>();
  const seen = () => {
    setAnswer('seen');
    onSeen?.();
  };
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        <Text weight="medium">
          {isHeartbeat
            ? t(
                'ui.arrival.question-heartbeat',
                "Check the integration's Heartbeat column in IRM. Is the heartbeat there?"
              )
            : t('ui.arrival.question', 'Check the alert groups in IRM. Is there a new one for the test?')}
        </Text>
        <Button size="sm" variant="secondary" icon="check" onClick={seen}>
          {t('ui.arrival.seen', 'I see it')}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setAnswer('notSeen')}>
          {t('ui.arrival.not-seen', "I don't see it")}
        </Button>
        <IrmLink />
      </Stack>
      {answer === 'seen' && (
        <Alert severity="success" title={t('ui.arrival.proof.title', 'Alerts arrive')} bottomSpacing={0}>
          {isHeartbeat
            ? t('ui.arrival.proof.heartbeat', 'Heartbeats reach the integration.')
            : t(
                'ui.arrival.proof.text',
                'Alerts from this Grafana reach IRM. Resolve the test alert group there, so that it stops paging.'
              )}
        </Alert>
      )}
      {answer === 'notSeen' && <NotSeenHelp isHeartbeat={isHeartbeat} />}
    </Stack>
  );
}

function NotSeenHelp({ isHeartbeat }: { isHeartbeat: boolean }) {
  return (
    <div>
      <Alert severity="warning" title={t('ui.arrival.help.title', 'Not there? Check this')} bottomSpacing={1} />
      <ArrivalHelp isHeartbeat={isHeartbeat} />
    </div>
  );
}

interface HelpProps {
  isHeartbeat: boolean;
  /** The plugin looked by itself, in the right integration and without filters. */
  isLookedThrough?: boolean;
  /** Items that are known to be likelier than the rest. */
  children?: ReactNode;
}

/**
 * Why a message that Grafana calls accepted may not be in IRM. It stands below its alert, not in it: on a phone it is
 * longer than half of the window, and the rest would be out of sight, as Grafana lets an alert scroll from there on.
 */
export function ArrivalHelp({ isHeartbeat, isLookedThrough = false, children }: HelpProps) {
  return (
    <ul style={{ paddingInlineStart: '1.2em' }}>
      {children}
      {!isLookedThrough && (
        <>
          <li>{t('ui.arrival.help.wait', 'Wait a few seconds and reload the page in IRM.')}</li>
          <li>
            {t(
              'ui.arrival.help.integration',
              'Open the integration that the URL was copied from, in the same organization and team. Filters in the list may hide it.'
            )}
          </li>
        </>
      )}
      <li>
        {isHeartbeat
          ? t('ui.arrival.help.heartbeat', 'Check that a heartbeat interval is set in the heartbeat settings.')
          : t(
              'ui.arrival.help.grouping',
              'If the grouping template was changed, the test may have joined an older group. Look for one with several alerts.'
            )}
      </li>
      <li>
        {t(
          'ui.arrival.help.address',
          'Compare the URL with the one in IRM. A redirect from http to https loses the message, and so does a proxy that answers instead of IRM.'
        )}
      </li>
      <li>
        {t(
          'ui.arrival.help.maintenance',
          'Check whether the integration is in maintenance, which collects alerts in one group.'
        )}
      </li>
    </ul>
  );
}
