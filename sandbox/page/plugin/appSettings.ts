import type { AppPluginMeta } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { chrome } from '../chrome/chromeState';
import { serverFact } from '../services/serverFact';

/** The one plugin of the sandbox. */
const appId = serverFact('plugin-id');

/** Reads the app's settings and builds the menu with them. */
export async function loadApp(): Promise<AppPluginMeta | undefined> {
  const app = await getBackendSrv()
    .get<AppPluginMeta>(`/api/plugins/${appId}/settings`, undefined, undefined, { showErrorAlert: false })
    .catch(() => undefined);
  chrome.setApp(app);
  return app;
}

/** Everything that was set stays as it is; secrets are kept by leaving them out. */
export async function setEnabled(app: AppPluginMeta, enabled: boolean): Promise<void> {
  const { pinned, jsonData } = app;
  await getBackendSrv().post(`/api/plugins/${app.id}/settings`, { enabled, pinned: enabled || pinned, jsonData });
  await loadApp();
}
