import { firing, testIrm } from '../testIrm';

interface Group {
  id: string;
  state: string;
  silenced_at: string | null;
}

test('thousands of alert groups are paged newest first, and filtered by state and time', async () => {
  const { api, create, send, clock } = testIrm();
  const { id, endpoint } = create();
  // 300 deliveries are taken in five minutes, so this is forty minutes of them.
  for (let n = 0; n < 2000; n += 1) {
    if (n % 250 === 0) {
      await clock.advance(300_000);
    }
    await send(endpoint, 'POST', firing(String(n)));
  }
  const list = async (query: string) => (await api(`/alert_groups/?integration_id=${id}${query}`)).body;
  const pages = [];
  for (let page = 1, hasMore = true; hasMore; page += 1) {
    const { results, next, count } = await list(`&perpage=100&page=${page}`);
    expect(count).toBe(2000);
    pages.push(...results.map((group: Group) => group.id));
    hasMore = next !== null;
  }
  expect(new Set(pages).size).toBe(2000);

  const [newest] = (await list('&perpage=1')).results;
  expect(newest.last_alert.payload.groupKey).toBe('1999');
  await api(`/alert_groups/${newest.id}/resolve/`, 'POST');
  expect((await list('&state=new')).count).toBe(1999);
  expect((await list('&state=resolved')).results).toEqual([expect.objectContaining({ id: newest.id })]);
  // Both ends belong to the range.
  expect((await list('&started_at=2026-11-22T04:05:30_2026-11-22T04:10:30')).count).toBe(500);
  expect((await list('&started_at=2026-11-22T04:05:31_2026-11-22T04:10:29')).count).toBe(0);
});

test.each([
  'yesterday',
  '2026-11-22T04:00:00',
  '2026-11-22T04:00:00_',
  '2026-11-22T04:00:00Z_2026-11-22T05:00:00Z',
  '2026-11-22T04:00:00.5_2026-11-22T05:00:00.5',
  '2026-11-22T05:00:00_2026-11-22T04:00:00',
  '2026-11-22T04:00:00_2026-11-22T05:00:00_2026-11-22T06:00:00',
])('%s is no range of time', async (range) => {
  const { api } = testIrm();
  const answer = await api(`/alert_groups/?started_at=${range}`);
  expect(answer).toMatchObject({ status: 400, body: { detail: 'Invalid range value' } });
});

test('the outages of thirty days stay, however often a heartbeat comes and goes', async () => {
  const { api, create, clock, send, ui, stop } = testIrm();
  const { id, endpoint } = create();
  await ui(`/integrations/${id}/heartbeat`, 'PUT', { intervalSeconds: 60 });
  // A second before the even minute at which IRM looks, so that it is up then and lost at the next one.
  await clock.advance(89_000);
  const beats = (30 * 24 * 60) / 4;
  for (let beat = 0; beat < beats; beat += 1) {
    await send(`${endpoint}heartbeat/`, 'POST');
    await clock.advance(240_000);
  }
  expect((await api(`/alert_groups/?integration_id=${id}&perpage=1`)).body.count).toBe(beats);
  stop();
});

test('a silenced alert group is neither new nor forgotten, until its time is over or it is acknowledged', async () => {
  const { api, create, send, ui, clock } = testIrm();
  const { id, endpoint } = create();
  await send(endpoint, 'POST', firing());
  const only = async (state: string): Promise<Group[]> =>
    (await api(`/alert_groups/?integration_id=${id}&state=${state}`)).body.results;
  const group = (await only('new'))[0]?.id ?? '';

  await ui(`/alert-groups/${group}/silence`, 'POST', { seconds: 60 });
  expect(await only('new')).toEqual([]);
  expect(await only('silenced')).toMatchObject([{ state: 'silenced', silenced_at: '2026-11-22T04:00:30.000000Z' }]);

  // It stays open for what is sent meanwhile.
  await send(endpoint, 'POST', firing());
  expect(await only('silenced')).toMatchObject([{ id: group, alerts_count: 2 }]);

  await clock.advance(60_000);
  expect(await only('new')).toMatchObject([{ state: 'firing', silenced_at: null }]);

  await ui(`/alert-groups/${group}/silence`, 'POST', {});
  await clock.advance(86_400_000);
  expect(await only('silenced')).toHaveLength(1);
  await ui(`/alert-groups/${group}/unsilence`, 'POST', {});
  expect(await only('new')).toHaveLength(1);

  await ui(`/alert-groups/${group}/silence`, 'POST', {});
  await ui(`/alert-groups/${group}/acknowledge`, 'POST', {});
  expect(await only('acknowledged')).toMatchObject([{ silenced_at: null }]);
  await ui(`/alert-groups/${group}/silence`, 'POST', {});
  await send(endpoint, 'POST', { ...firing(), status: 'resolved' });
  expect(await only('resolved')).toMatchObject([{ silenced_at: null, resolved_by: null }]);
  expect(await ui(`/alert-groups/${group}/silence`, 'POST', {})).toEqual({ error: 'It is resolved.' });
});
