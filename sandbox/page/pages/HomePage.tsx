import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { findById } from '../chrome/navTree';
import { useChrome } from '../chrome/chromeState';
import { Page } from '../layout/Page';
import { serverFact } from '../services/serverFact';
import { session } from '../services/session';

const irmUrl = serverFact('irm-url');

export function HomePage() {
  const styles = useStyles2(getStyles);
  const app = useChrome('app');
  const navTree = useChrome('navTree');
  const start = findById(navTree, `plugin-page-${app?.id ?? ''}`)?.url;
  return (
    <Page navId="home" renderTitle={() => <h1>Welcome to the sandbox</h1>}>
      <Stack direction="column" gap={3}>
        <Text color="secondary">
          A stand-in for Grafana and one for IRM, with real deliveries between them. Nothing here leaves this machine.
        </Text>
        {start ? (
          <ol className={styles.path}>
            <Line
              link={
                <TextLink href={irmUrl} external inline variant="h5">
                  Create an integration
                </TextLink>
              }
              text="in the IRM stand-in and copy its HTTP endpoint."
            />
            <Line
              link={
                <TextLink href={start} inline variant="h5">
                  {`Open ${app?.name ?? 'the plugin'}`}
                </TextLink>
              }
              text="and give it the endpoint."
            />
            <Line
              link="Break it:"
              text="switch on a fault on the integration's page in IRM, and watch what the plugin says."
            />
          </ol>
        ) : (
          session.isAdmin && (
            <Text>
              <TextLink href={`/plugins/${app?.id ?? ''}`} inline>
                {`Enable ${app?.name ?? 'the plugin'}`}
              </TextLink>{' '}
              first. It is disabled.
            </Text>
          )
        )}
        <Text color="secondary" variant="bodySmall">
          More:{' '}
          <TextLink href="/alerting/list" inline variant="bodySmall">
            Alert rules
          </TextLink>
          {session.isAdmin && (
            <>
              {', '}
              <TextLink href="/org/serviceaccounts" inline variant="bodySmall">
                Service accounts
              </TextLink>
            </>
          )}
        </Text>
      </Stack>
    </Page>
  );
}

function Line({ link, text }: { link: ReactNode; text: string }) {
  return (
    <li>
      {link} {text}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  path: css({
    ...theme.typography.h5,
    fontWeight: theme.typography.fontWeightRegular,
    paddingInlineStart: theme.spacing(3),
    li: { marginBottom: theme.spacing(1.5) },
  }),
});
