import type { AppPlugin, NavModel } from '@grafana/data';
import { locationSearchToObject } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { useChrome } from '../chrome/chromeState';
import { findActive, findById } from '../chrome/navTree';
import { Page } from '../layout/Page';
import { PluginSectionContext } from '../layout/PluginPage';
import { NotFoundPage } from '../pages/NotFoundPage';
import { session } from '../services/session';
import { PluginBoundary } from './PluginBoundary';
import { usePlugin } from './usePlugin';

/** `/a/<plugin id>`: everything below belongs to the plugin's own root page. */
export function AppRootPage() {
  const { pluginId } = useParams();
  const app = useChrome('app');
  const navTree = useChrome('navTree');
  const { pathname } = useLocation();
  const meta = app?.id === pluginId && app?.enabled ? app : undefined;
  const loaded = usePlugin(meta);
  const section = useMemo(() => {
    const own = findById(navTree, `plugin-page-${pluginId ?? ''}`);
    return findActive(own ? [own] : [], pathname) ?? own;
  }, [navTree, pluginId, pathname]);

  if (!meta) {
    return <NotFoundPage title="App not found" text="No app with this id is installed and enabled." />;
  }
  if (loaded.state === 'failed') {
    return (
      <Page section={section}>
        <Alert severity="error" title="Plugin failed to load">
          {loaded.error.message}
        </Alert>
      </Page>
    );
  }
  if (loaded.state === 'loading') {
    return (
      <Page section={section} pageNav={loadingNav}>
        <LoadingPlaceholder text="Loading..." />
      </Page>
    );
  }
  return (
    <PluginSectionContext.Provider value={section}>
      <PluginRoot plugin={loaded.plugin} />
    </PluginSectionContext.Provider>
  );
}

const loadingNav = { text: '' };

function PluginRoot({ plugin }: { plugin: AppPlugin }) {
  const { pathname, search } = useLocation();
  const query = useMemo(() => locationSearchToObject(search), [search]);
  const [nav, setNav] = useState<NavModel>();
  const role = plugin.meta.includes?.find(({ path }) => path === pathname)?.role;
  const Root = plugin.root;
  if (role && !session.hasRole(role)) {
    return (
      <Alert severity="warning" title="Access denied">
        You do not have permission to see this page.
      </Alert>
    );
  }
  if (!Root) {
    return <NotFoundPage title="Nothing to show" text="This app has no page of its own." />;
  }
  const root = (
    <PluginBoundary meta={plugin.meta}>
      <Root meta={plugin.meta} basename={pathname} path={pathname} query={query} onNavChanged={setNav} />
    </PluginBoundary>
  );
  return nav ? <Page pageNav={nav.node}>{root}</Page> : root;
}
