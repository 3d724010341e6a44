import { valueOf } from '../../../tests/support/valueOf';
import { proxyTransport } from '../../transport/proxyTransport';
import type { Transport } from '../../transport/transport';
import { saveSettings } from '../saveSettings';

/** Creates a service account, stores its token in the plugin's settings and answers an Editor's way through the proxy. */
export async function throughProxy(admin: Transport, editor: Transport, grafanaUrl: string): Promise<Transport> {
  const create = async (path: string, body: object) =>
    (await valueOf(admin.request({ method: 'POST', path, body }))).body as { id: number; key: string };
  const { id } = await create('/api/serviceaccounts', { name: 'of this test', role: 'Editor' });
  const { key } = await create(`/api/serviceaccounts/${id}/tokens`, { name: 'token' });
  await create('/api/plugins/irmconnect-setup-app/settings', { enabled: true, pinned: true, jsonData: {} });
  const irm = { apiUrl: '', credential: 'apiKey', stackUrl: '', token: undefined } as const;
  const settings = { access: 'proxy', grafanaUrl, irmUrl: '', irm, namespace: 'default', replicas: '' } as const;
  await valueOf(saveSettings({ ...settings, grafanaToken: key }, admin));
  return proxyTransport(editor);
}
