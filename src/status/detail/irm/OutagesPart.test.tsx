/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { inIrm, irmStage, texts } from './testing/irmStage';

let on: ReturnType<typeof irmStage>;
beforeEach(async () => {
  on = irmStage();
  await on.world.withIrmApi();
});
afterEach(() => on.end());

const HOUR = 3600_000;
const picture = () => inIrm().getByRole('img').getAttribute('aria-label')?.replaceAll('\u00a0', ' ');
const drawn = (container: HTMLElement) =>
  [...container.querySelectorAll('[data-outage]')].map((bar) => bar.getAttribute('data-outage'));
const sentence = (start: RegExp) => inIrm().getByText(start).textContent?.replaceAll('\u00a0', ' ');

test('one lost heartbeat of the past is told with its length, drawn, and leads to its alert group', async () => {
  const { url, loseBeats } = await on.newIntegration('Production');
  await loseBeats(30);
  await on.world.clock.advance(48 * HOUR);
  const { id } = await on.connect('Prod', { url });
  const { container } = await on.openPage(id);
  const [only, ...others] = texts('Lost heartbeats');
  expect(others).toEqual([]);
  expect(only).toMatch(/^2026-11-22 \d\d:\d\d to \d\d:\d\d, 30 min/);
  expect(sentence(/^Heartbeats arrived/)).toBe(
    'Heartbeats arrived in 99.93% of the last 30 days. They were missing for 30 min in one outage.'
  );
  expect(drawn(container)).toEqual(['restored']);
  expect(container.querySelector('[data-outage] title')?.textContent).toMatch(/^2026-11-22 .* to /);
  expect(picture()).toMatch(/^Lost heartbeats since .*: 2026-11-22 /);
  expect(inIrm().getByRole('link', { name: /Alert group/ })).toHaveAttribute(
    'href',
    expect.stringContaining('/alert-groups/')
  );
});

test('many are listed newest first, the earlier ones folded', async () => {
  const { url, loseBeats } = await on.newIntegration('Production');
  for (let time = 0; time < 12; time += 1) {
    await loseBeats(10 + 2 * time);
    await on.world.clock.advance(24 * HOUR);
  }
  const { id } = await on.connect('Prod', { url });
  const { container } = await on.openPage(id);
  const newest = texts('Lost heartbeats');
  const earlier = texts('Earlier lost heartbeats');
  expect(newest).toHaveLength(5);
  expect(earlier).toHaveLength(7);
  expect(drawn(container)).toHaveLength(12);
  expect(inIrm().getByText('Show 7 earlier ones')).toBeVisible();
  expect(newest[0]).toContain('32 min');
  const dates = [...newest, ...earlier].map((text) => text.slice(0, 16));
  expect(dates).toEqual([...dates].sort().reverse());
  expect(picture()).toContain('12 in all, the newest:');
});

test('one that goes on is counted until now, and over once beats come', async () => {
  const { url, beat } = await on.newIntegration('Production');
  await beat();
  await on.world.clock.advance(HOUR);
  const { id } = await on.connect('Prod', { url });
  const { grafana } = await on.world.signIn('admin');
  const rule = (await on.connect('Prod', { url })).rule;
  if (rule) {
    await grafana.writeRule({ ...rule, isPaused: true }, rule);
  }
  await on.world.clock.advance(HOUR);
  const { container } = await on.openPage(id);
  expect(drawn(container).at(-1)).toBe('lasting');
  expect(texts('Lost heartbeats')[0]).toMatch(/^Since \d\d:\d\d:\d\d, for \d.* min so far/);
  expect(texts('Newest open alert groups')[0]).toMatch(/^Lost heartbeat/);

  await beat();
  await on.world.clock.advance(240_000);
  await on.pass(310);
  expect(drawn(container).at(-1)).toBe('restored');
});

test('groups that templates leave open do not count until now, and say so', async () => {
  const { url, loseBeats } = await on.newIntegration('Hook', {
    type: 'webhook',
    templates: { groupingKey: '{{ payload.groupKey }}', resolveSignal: "{{ payload.status == 'resolved' }}" },
  });
  await loseBeats(20);
  await on.world.clock.advance(24 * HOUR);
  await loseBeats(20);
  const { id } = await on.connect('Prod', { url });
  await on.pass(60);
  const { container } = await on.openPage(id);
  expect(texts('Lost heartbeats')).toEqual([
    expect.stringMatching(/, 20 min · Still open in IRM, although heartbeats arrive/),
    expect.stringMatching(/, 20 min · Still open in IRM, although heartbeats arrive/),
  ]);
  expect(drawn(container)).not.toContain('lasting');
  expect(inIrm().getByText(/^Check in IRM whether heartbeats arrive\./)).toBeVisible();
});

test('a group that somebody resolved while beats were missing may have lasted longer', async () => {
  const { url, beat, id: irmId } = await on.newIntegration('Production');
  await beat();
  await on.world.clock.advance(HOUR);
  const groups = `https://irm.example.net/ui/api/integrations/${irmId}/alert-groups`;
  const [group] = await (await on.world.irm.fetch(new Request(groups))).json();
  await on.atIrm(`/alert-groups/${group.id}/resolve`);
  await on.world.clock.advance(HOUR);
  const { id } = await on.connect('Prod', { url });
  await on.openPage(id);
  expect(texts('Lost heartbeats')[0]).toContain(
    'Closed in IRM before heartbeats resumed, so it may have lasted longer'
  );
});

test('after a flood of alerts it is said how far back was looked', async () => {
  const { url, alert } = await on.newIntegration('Flood');
  for (let index = 0; index < 1050; index += 1) {
    await alert(`flood ${index}`);
    if (index % 250 === 249) {
      await on.world.clock.advance(360_000);
    }
  }
  const { id } = await on.connect('Prod', { url });
  await on.openPage(id);
  await on.letIrmAnswer();
  expect(inIrm().getByText(/^Read back to \d\d:\d\d:\d\d only: the integration raised too many/)).toBeVisible();
  expect(inIrm().getByText(/^IRM missed no heartbeat in the time since \d\d:\d\d:\d\d\.$/)).toBeVisible();
  expect(inIrm().getByText('1050 firing')).toBeVisible();
});

test('a connection without a heartbeat has no past outages to tell of', async () => {
  const { url } = await on.newIntegration('Production');
  const { id } = await on.connect('Prod', { url, withHeartbeat: false });
  await on.openPage(id);
  expect(inIrm().getByText('No alert group is open.')).toBeVisible();
  expect(inIrm().queryByText(/^Lost heartbeats/)).not.toBeInTheDocument();
});
