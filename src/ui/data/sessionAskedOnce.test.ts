import { success } from '../../connection/result';
import { createGrafanaClient } from '../../grafana/grafanaClient';
import { createIrmClient } from '../../irm/irmClient';
import type { Answer, Transport } from '../../transport/transport';

const answer = (status: number, body: unknown): Answer => ({ status, body, date: undefined, redirected: false });

/**
 * A proxy that refuses everything, in the words of a deleted token and of an ended session alike, and the person's own
 * way beside it, which answers once so many calls were refused.
 */
function refusing() {
  const asked: string[] = [];
  const waiting: Array<() => void> = [];
  let left = 0;
  const session: Transport = {
    way: 'session',
    async request({ path }) {
      asked.push(path);
      await new Promise<void>((resolve) => (left > 0 ? waiting.push(resolve) : resolve()));
      return success(answer(200, { login: 'editor' }));
    },
  };
  const proxy: Transport = {
    ...{ way: 'proxy', session },
    async request() {
      left -= 1;
      if (left === 0) {
        // What is refused last asks before the first is answered.
        setTimeout(() => waiting.splice(0).forEach((resolve) => resolve()));
      }
      return success(answer(401, { message: 'Unauthorized' }));
    },
  };
  return { asked, proxy, answerAfter: (calls: number) => (left = calls) };
}

test('calls that are refused at the same time ask once how the session stands, and later ones anew', async () => {
  const { asked, proxy, answerAfter } = refusing();
  const grafana = createGrafanaClient(proxy, { namespace: 'default', receiverTest: 'old' });
  answerAfter(3);
  const refused = await Promise.all([grafana.listIntegrations(), grafana.listSilences(), grafana.deliveries()]);
  expect(refused.map((one) => !one.ok && one.error.reason)).toEqual(Array(3).fill('proxyNotConfigured'));
  expect(asked).toEqual(['/api/user']);
  answerAfter(2);
  await Promise.all([grafana.listSilences(), createIrmClient(proxy).listTeams()]);
  expect(asked).toEqual(['/api/user', '/api/user']);
});
