import type { AppPlugin, AppPluginMeta, NavModelItem } from '@grafana/data';
import { locationSearchToObject } from '@grafana/runtime';
import { Alert, Button, Stack, Text, TextLink } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { useChrome } from '../chrome/chromeState';
import { Page } from '../layout/Page';
import { setEnabled } from '../plugin/appSettings';
import { PluginBoundary } from '../plugin/PluginBoundary';
import { usePlugin } from '../plugin/usePlugin';
import { session } from '../services/session';
import { inGrafana } from '../services/subPath';
import { NotFoundPage } from './NotFoundPage';

/** `/plugins/<id>?page=<config page>`: the overview, and whatever pages the plugin adds for its configuration. */
export default function PluginDetailsPage() {
  const { pluginId } = useParams();
  const app = useChrome('app');
  return app && app.id === pluginId ? <Details app={app} /> : <NotFoundPage title="Plugin not found" />;
}

function Details({ app }: { app: AppPluginMeta }) {
  const loaded = usePlugin(app);
  const plugin = loaded.state === 'ready' ? loaded.plugin : undefined;
  const { search } = useLocation();
  const asked = new URLSearchParams(search).get('page');
  const configPages = session.isAdmin ? (plugin?.configPages ?? []) : [];
  // As in Grafana, an app opens with its first configuration page.
  const active = asked ?? configPages[0]?.id ?? 'overview';
  const pageNav: NavModelItem = {
    text: app.name,
    img: inGrafana(`/${app.info.logos.small}`),
    subTitle: app.info.description,
    children: [{ id: 'overview', title: 'Overview', icon: 'file-alt' as const }, ...configPages].map(
      ({ id, title, icon }) => ({
        id,
        text: title,
        icon,
        url: `/plugins/${app.id}?page=${id}`,
        active: id === active,
      })
    ),
  };
  return (
    <Page navId="plugins" pageNav={pageNav} actions={session.isAdmin && <EnableButton app={app} />}>
      {loaded.state === 'failed' && (
        <Alert severity="error" title="Plugin failed to load">
          {loaded.error.message}
        </Alert>
      )}
      {active === 'overview' ? <Overview app={app} /> : plugin && <ConfigPage plugin={plugin} id={active} />}
    </Page>
  );
}

function ConfigPage({ plugin, id }: { plugin: AppPlugin; id: string }) {
  const { search } = useLocation();
  const query = useMemo(() => locationSearchToObject(search), [search]);
  const Body = plugin.configPages?.find((page) => page.id === id)?.body;
  return Body ? (
    <PluginBoundary meta={plugin.meta}>
      <Body plugin={plugin} query={query} />
    </PluginBoundary>
  ) : null;
}

function EnableButton({ app }: { app: AppPluginMeta }) {
  const [isSaving, setIsSaving] = useState(false);
  const change = () => {
    setIsSaving(true);
    void setEnabled(app, !app.enabled).finally(() => setIsSaving(false));
  };
  return (
    <Button variant={app.enabled ? 'destructive' : 'primary'} onClick={change} disabled={isSaving}>
      {app.enabled ? 'Disable' : 'Enable'}
    </Button>
  );
}

function Overview({ app }: { app: AppPluginMeta }) {
  const pages =
    app.includes?.filter(({ type, path, role }) => type === 'page' && path && session.hasRole(role ?? 'Viewer')) ?? [];
  return (
    <Stack direction="column" gap={2}>
      <Text>{`Version ${app.info.version}, by ${app.info.author.name}.`}</Text>
      {app.enabled ? (
        <ul>
          {pages.map(({ name, path }) => (
            <li key={path}>
              <TextLink href={path ?? ''}>{name}</TextLink>
            </li>
          ))}
        </ul>
      ) : (
        <Text color="secondary">The plugin is not enabled. An administrator can enable it here.</Text>
      )}
    </Stack>
  );
}
