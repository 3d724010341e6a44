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
  const name = connection ? nameOf(connection) : t('setup.page.new', 'Connect integration');
  const text = step ? t('setup.page.title', '{{name}}: {{step}}', verbatim({ name, step: step.title() })) : name;
  const pageNav = useMemo(() => ({ text, parentItem: connectionsNav() }), [text]);
  return (
    <PluginPage pageNav={pageNav}>
      <Stack direction="column" gap={2}>
        {children}
      </Stack>
    </PluginPage>
  );
}
