import { locationUtil } from '@grafana/data';
import {
  config,
  locationService,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginLinksHook,
  setReturnToPreviousHook,
} from '@grafana/runtime';
import { setPluginPage } from '@grafana/runtime/internal';
import { PluginPage } from '../layout/PluginPage';
import { appEvents, showAlert } from './appEvents';
import { createBackendSrv } from './backendSrv';
import { createDataSourceSrv } from './dataSourceSrv';
import { goToSignIn } from './session';
import { inGrafana } from './subPath';

/** Gives `@grafana/runtime` the services that a host provides, before any plugin is loaded. */
export function registerServices(): void {
  const { user } = config.bootData;
  locationUtil.initialize({
    config: config.bootData.settings,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
  setAppEvents(appEvents);
  setBackendSrv(
    createBackendSrv({
      fetch: (address, init) =>
        window.fetch(typeof address === 'string' && address.startsWith('/') ? inGrafana(address) : address, init),
      orgId: user.orgId,
      isSignedIn: user.isSignedIn,
      showAlert,
      onSignedOut: goToSignIn,
    })
  );
  setLocationSrv(locationService);
  setDataSourceSrv(createDataSourceSrv(config.datasources, config.defaultDatasource));
  setEchoSrv(noEcho);
  setCurrentUser(user);
  setPluginPage(PluginPage);
  setChromeHeaderHeightHook(() => 40);
  setReturnToPreviousHook(() => () => undefined);
  registerExtensionHooks();
}

/** Nothing is measured here. Hosts know `onInteraction` from 13 on. */
const noEcho = {
  flush: () => undefined,
  addBackend: () => undefined,
  addEvent: () => undefined,
  onInteraction: () => () => undefined,
};

/** No other plugin offers anything to extend in the sandbox. */
function registerExtensionHooks(): void {
  const noComponents = { components: [], isLoading: false };
  const noFunctions = { functions: [], isLoading: false };
  const noLinks = { links: [], isLoading: false };
  const noComponent = { component: null, isLoading: false };
  setPluginComponentHook(() => noComponent);
  setPluginComponentsHook(() => noComponents);
  setPluginFunctionsHook(() => noFunctions);
  setPluginLinksHook(() => noLinks);
}
