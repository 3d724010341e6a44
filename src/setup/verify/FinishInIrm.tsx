import { t } from '@grafana/i18n';
import { Box, Text, TextLink } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import { docsLinks } from '../../grafana/links';
import { Emphasized } from '../../ui/Emphasized';
import { formatInterval } from '../../ui/formatInterval';
import { IrmLink } from '../../ui/IrmLink';

/** What only somebody in IRM can do. */
export function FinishInIrm({ connection: { rule, interval } }: { connection: Connection }) {
  return (
    <Box>
      <Text element="h3" variant="h5">
        {t('setup.finish.title', 'Finish in IRM')}
      </Text>
      <Box marginTop={1} paddingX={3}>
        <ul>
          {rule && interval !== DEFAULT_HEARTBEAT_INTERVAL && (
            <li>
              <Emphasized>
                {interval === undefined
                  ? t(
                      'setup.finish.interval-unknown',
                      'Open the integration, menu ⋮, Heartbeat settings, and set the heartbeat interval.'
                    )
                  : t(
                      'setup.finish.interval',
                      'Open the integration, menu ⋮, Heartbeat settings, and set the interval to **{{interval}}**.',
                      { interval: formatInterval(interval) }
                    )}
              </Emphasized>{' '}
              <IrmLink />
            </li>
          )}
          <li>
            {t(
              'setup.finish.escalation',
              "Give the integration's default route an escalation chain. Without one nobody is paged."
            )}{' '}
            <TextLink href={docsLinks.escalationChains} external inline>
              {t('setup.finish.escalation-docs', 'Escalation chains')}
            </TextLink>
          </li>
        </ul>
      </Box>
    </Box>
  );
}
