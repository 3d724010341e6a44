import { t, Trans } from '@grafana/i18n';
import { Box, Stack, Text, TextLink } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { Connection } from '../../connection/ownership/connections';
import { docsLinks } from '../../grafana/links';
import { formatInterval } from '../../ui/formatInterval';
import { IrmLink } from '../../ui/IrmLink';

/** What is left to do in IRM, and how alerts get to the contact point. */
export function NextSteps({ connection }: { connection: Connection | undefined }) {
  return (
    <Stack direction="column" gap={3}>
      {connection?.rule && (
        <Section title={t('setup.proof.irm.title', 'Left to do in IRM')}>
          <li>
            {connection.interval === undefined ? (
              <Trans i18nKey="setup.proof.irm.interval-unknown">
                Open the integration, menu ⋮, Heartbeat settings, and set the heartbeat interval.
              </Trans>
            ) : (
              <Trans i18nKey="setup.proof.irm.interval" values={{ interval: formatInterval(connection.interval) }}>
                Open the integration, menu ⋮, Heartbeat settings, and set the interval to{' '}
                <strong>{'{{interval}}'}</strong>. IRM&apos;s own default is 10 minutes.
              </Trans>
            )}
          </li>
          <li>
            <Trans i18nKey="setup.proof.irm.column">
              Look at the Heartbeat column in the list of integrations: it is green once a beat has arrived.
            </Trans>{' '}
            <IrmLink />
          </li>
        </Section>
      )}
      <Section title={t('setup.proof.next-steps.title', 'What comes next')}>
        <li>
          <Trans i18nKey="setup.proof.next-steps.route" values={{ name: connection?.alertContactPoint?.name ?? '' }}>
            Send alerts here: choose the contact point <strong>{'{{name}}'}</strong> in an alert rule, or in a
            notification policy.
          </Trans>{' '}
          <TextLink href="/alerting/routes" inline>
            {t('setup.proof.next-steps.policies', 'Notification policies')}
          </TextLink>
        </li>
        <li>
          <Trans i18nKey="setup.proof.next-steps.escalation">
            Give the integration&apos;s default route an escalation chain in IRM. Without one nobody is paged.
          </Trans>{' '}
          <TextLink href={docsLinks.escalationChains} external inline>
            {t('setup.proof.next-steps.escalation-docs', 'Escalation chains')}
          </TextLink>
        </li>
      </Section>
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box>
      <Text element="h3" variant="h5">
        {title}
      </Text>
      <Box marginTop={1} paddingLeft={3}>
        <ul>{children}</ul>
      </Box>
    </Box>
  );
}
