import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { useMemo, type ReactNode } from 'react';
import type { Connection } from '../connection/ownership/connections';
import { nameOf } from '../connection/ownership/nameOf';
import { verbatim } from '../ui/verbatim';
import { connectionsNav } from '../ui/connectionsNav';
import type { Step } from './steps';

interface Props {
  connection?: Connection | undefined;
  step?: Step | undefined;
  children: ReactNode;
}

/** Grafana's page around the wizard, which names connection and step in heading, breadcrumbs and the tab's title. */
export function SetupFrame({ connection, step, children }: Props) {
  const text = titleOf(connection && nameOf(connection), step?.title());
  const pageNav = useMemo(() => ({ text, parentItem: connectionsNav() }), [text]);
  return (
    <PluginPage pageNav={pageNav}>
      <Stack direction="column" gap={2}>
        {children}
      </Stack>
    </PluginPage>
  );
}

/** A step of a connection that is not there yet reads by itself: "New connection: Integration". */
function titleOf(connection: string | undefined, step: string | undefined): string {
  if (step === undefined) {
    return connection ?? t('setup.page.new', 'Connect integration');
  }
  const name = connection ?? t('setup.page.new-connection', 'New connection');
  return t('setup.page.title', '{{name}}: {{step}}', verbatim({ name, step }));
}
