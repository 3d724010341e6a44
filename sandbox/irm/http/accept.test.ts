import { testIrm } from '../testIrm';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const refusal = { detail: 'Could not satisfy the request Accept header.' };

/** Tried on OnCall of January 2026. */
test.each(['', '*/*', 'application/*', 'application/json; charset=utf-8', 'text/html,*/*;q=0.1'])(
  'whoever accepts "%s" gets an answer',
  async (accept) => {
    const { create, send, api, stop } = testIrm();
    const { endpoint } = create();
    const headers = { Accept: accept, ...JSON_TYPE };
    expect((await send(endpoint, 'POST', {}, headers)).status).toBe(200);
    expect((await send(`${endpoint}heartbeat/`, 'POST', {}, headers)).status).toBe(200);
    expect((await api('/integrations/')).body.count).toBe(1);
    stop();
  }
);

test('whoever accepts no JSON is refused before anything is done, but not before the address is looked at', async () => {
  const { create, send, api, clock, stop } = testIrm();
  const { endpoint, id } = create();
  const headers = { Accept: 'text/html', ...JSON_TYPE };
  for (const [path, method] of [
    [endpoint, 'POST'],
    [endpoint, 'GET'],
    [`${endpoint}heartbeat/`, 'POST'],
    ['/api/v1/integrations/', 'GET'],
  ] as const) {
    const answer = await send(path, method, method === 'POST' ? {} : undefined, headers);
    expect([path, answer.status, await answer.json()]).toEqual([path, 406, refusal]);
  }
  await clock.advance(1000);
  expect((await api(`/alert_groups/?integration_id=${id}`)).body.count).toBe(0);
  expect((await send('/integrations/v1/alertmanager/nobody/', 'POST', {}, headers)).status).toBe(403);
  stop();
});
