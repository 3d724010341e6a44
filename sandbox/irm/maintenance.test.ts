import { firing, testIrm } from './testIrm';

async function inMaintenance(mode: 'debug' | 'maintenance', seconds = 3600) {
  const irm = testIrm();
  const { id, endpoint } = irm.create('alertmanager', 'Shop');
  await irm.ui(`/integrations/${id}/maintenance`, 'PUT', { mode, seconds });
  await irm.send(endpoint, 'POST', firing());
  const shown = async () => {
    const { maintenance_mode, maintenance_started_at, maintenance_end_at } = (await irm.api(`/integrations/${id}/`))
      .body;
    return [maintenance_mode, maintenance_started_at, maintenance_end_at];
  };
  const groups = async () => (await irm.api(`/alert_groups/`)).body.results;
  return { ...irm, id, shown, groups };
}

const over = [null, null, null];

test('maintenance shows with its end and is over when that has come', async () => {
  const { shown, clock } = await inMaintenance('debug');
  expect(await shown()).toEqual(['debug', '2026-11-22T04:00:30Z', '2026-11-22T05:00:30Z']);
  await clock.advance(3_599_000);
  expect((await shown())[0]).toBe('debug');
  await clock.advance(1000);
  expect(await shown()).toEqual(over);
});

test('in debug mode alert groups are as ever', async () => {
  const { groups, api } = await inMaintenance('debug');
  const [group, ...others] = await groups();
  expect(others).toEqual([]);
  expect((await api(`/alert_groups/${group.id}/resolve/`, 'POST')).status).toBe(200);
});

test('in maintenance mode they are attached to one that collects, and resolved with it at the end', async () => {
  const { groups, api, clock } = await inMaintenance('maintenance');
  const [group, collecting] = await groups();
  expect(group).toMatchObject({ title: 'DiskFull ', state: 'firing' });
  expect(collecting).toMatchObject({ title: 'Maintenance of Shop for 3600', state: 'firing' });
  expect((await api(`/integrations/${collecting.integration_id}/`)).status).toBe(404);
  expect(await api(`/alert_groups/${group.id}/resolve/`, 'POST')).toMatchObject({
    status: 400,
    body: { detail: "Can't resolve an attached alert group" },
  });
  await clock.advance(3_600_000);
  expect(await groups()).toMatchObject([{ state: 'resolved', resolved_by: null }, { state: 'resolved' }]);
});

test('to resolve what collects ends the maintenance', async () => {
  const { groups, api, shown } = await inMaintenance('maintenance');
  const [, collecting] = await groups();
  await api(`/alert_groups/${collecting.id}/resolve/`, 'POST');
  expect(await shown()).toEqual(over);
  expect(await groups()).toMatchObject([{ state: 'resolved' }, { state: 'resolved', resolved_by: null }]);
});

test('it is switched off and changed on the page', async () => {
  const { id, ui, shown, clock } = await inMaintenance('debug');
  await ui(`/integrations/${id}/maintenance`, 'PUT', { mode: 'maintenance', seconds: 7200 });
  await clock.advance(3_600_000);
  expect((await shown())[0]).toBe('maintenance');
  await ui(`/integrations/${id}/maintenance`, 'PUT', { mode: 'none' });
  expect(await shown()).toEqual(over);
});

test('it outlives a restart, and ends after one', async () => {
  const first = await inMaintenance('maintenance');
  const second = testIrm({ saved: JSON.parse(JSON.stringify(first.irm.snapshot())) });
  const read = async () => (await second.api(`/integrations/${first.id}/`)).body.maintenance_mode;
  expect(await read()).toBe('maintenance');
  await second.clock.advance(3_600_000);
  expect(await read()).toBeNull();
});
