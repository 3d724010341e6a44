/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { openWizard } from '../testing/openWizard';

const LOST = 'https://gone.example.net/integrations/v1/alertmanager/S3cretT0ken/';
const EVALUATES_NOTHING =
  'This Grafana server does not evaluate alert rules (execute_alerts = false). Unless another server does, neither alerts nor heartbeats are sent.';
const OVERDUE = 'No heartbeat was seen in time';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage();
});
afterEach(() => on.end());

/** How often all of Grafana is read in so many seconds. */
async function readingsIn(seconds: number): Promise<number> {
  const before = on.world.asked.length;
  await on.pass(seconds);
  return on.world.asked.slice(before).filter((one) => one === 'GET /api/v1/provisioning/contact-points').length;
}

/** Rules that this Grafana has stored and not looked at, for as long as it is said. */
function neverEvaluate() {
  on.world.failWith(async (path, { answer }) => {
    if (path.endsWith('/api/v2/alerts')) {
      return Response.json([]);
    }
    const given = await answer();
    if (path !== '/api/prometheus/grafana/api/v1/rules') {
      return path.endsWith('/config/api/v1/receivers') ? Response.json([], { headers: given.headers }) : given;
    }
    const text = (await given.text())
      .replaceAll(/"state":"\w+"/g, '"state":"inactive"')
      .replaceAll(/"lastEvaluation":"[^"]*"/g, '"lastEvaluation":"0001-01-01T00:00:00Z"')
      .replaceAll(/"alerts":\[[^\]]*\]/g, '"alerts":[]');
    return new Response(text, {
      headers: { ...Object.fromEntries(given.headers), 'Content-Type': 'application/json' },
    });
  });
}

test('a beat is watched for closely, then as seldom as on any other page', async () => {
  const { id } = await on.connect('Production');
  await openWizard(on, id, 'verify');
  expect(screen.getByText('Waiting for the first heartbeat')).toBeVisible();
  expect(await readingsIn(10)).toBeGreaterThanOrEqual(2);
  await on.pass(20);
  expect(screen.getByText('Heartbeat delivered')).toBeVisible();
  expect(screen.queryByText(OVERDUE)).not.toBeInTheDocument();
  expect(await readingsIn(30)).toBe(3);
});

test('someone who is signed out meanwhile is told so, and Grafana is asked less and less often', async () => {
  const { id } = await on.connect('Production');
  neverEvaluate();
  await openWizard(on, id, 'verify');
  expect(await readingsIn(20)).toBeGreaterThanOrEqual(4);
  on.world.failWith(() => Response.json({ message: 'Unauthorized' }, { status: 401 }));
  await on.pass(10);
  expect(screen.getByText('You are signed out')).toBeVisible();
  expect(screen.getByText('Waiting for the first heartbeat')).toBeVisible();
  await on.pass(120);
  expect(await readingsIn(120)).toBeLessThanOrEqual(4);
  expect(screen.getByText('You are signed out')).toBeVisible();

  on.world.failWith();
  await on.pass(65);
  expect(screen.getByText('Heartbeat delivered')).toBeVisible();
  expect(screen.queryByText('You are signed out')).not.toBeInTheDocument();
});

test('nothing is explained as long as the promised time is not over', async () => {
  const { id } = await on.connect('Production');
  neverEvaluate();
  await openWizard(on, id, 'verify');
  expect(screen.getByText(/^The first heartbeat is due by .* at the latest\.$/)).toBeVisible();
  await on.pass(10);
  expect(screen.queryByText(OVERDUE)).not.toBeInTheDocument();
});

test('where rules are evaluated every 5 minutes at most, the first beat is promised and waited for accordingly', async () => {
  on.end();
  on = stage({ env: { GF_UNIFIED_ALERTING_MIN_INTERVAL: '5m' } });
  const { id } = await on.connect('Production', { timing: { evaluationInterval: 10 } });
  await openWizard(on, id, 'verify');
  for (let waited = 0; waited < 300 && !screen.queryByText('Heartbeat delivered'); waited += 10) {
    expect(screen.queryByText(OVERDUE)).not.toBeInTheDocument();
    await on.pass(10);
  }
  expect(screen.getByText('Heartbeat delivered')).toBeVisible();
});

test('where this server evaluates no rules, that is said after two evaluations, here and on the status page', async () => {
  on.end();
  on = stage({ env: { GF_UNIFIED_ALERTING_EXECUTE_ALERTS: 'false' } });
  const { id } = await on.connect('Production');
  const { unmount } = await openWizard(on, id, 'verify');
  expect(screen.getByText('Waiting for the first evaluation')).toBeVisible();
  await on.pass(40);
  expect(screen.getByText('This Grafana server does not evaluate rules')).toBeVisible();
  expect(screen.getByText('Another server of the same Grafana has to do it.')).toBeVisible();
  expect(screen.getByText(OVERDUE)).toBeVisible();
  expect(screen.getByText(EVALUATES_NOTHING)).toBeVisible();
  expect(screen.queryByText('Waiting for the first evaluation')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: /View all checks/ })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/status/${id}`
  );
  expect(await readingsIn(30)).toBe(3);

  unmount();
  await on.openStatus('viewer');
  await on.pass(50);
  expect(screen.getByText(EVALUATES_NOTHING)).toBeVisible();
  expect(screen.getAllByText('Unknown').length).toBeGreaterThan(0);
});

test('a beat that fails is told at once, and the token stays hidden', async () => {
  const { id } = await on.connect('Lost', { url: LOST });
  await openWizard(on, id, 'verify');
  await on.pass(30);
  expect(screen.getByText('The last heartbeat was not delivered')).toBeVisible();
  expect(document.body).not.toHaveTextContent('S3cretT0ken');
});

test('beats that cannot be delivered are explained by the cause once the promised time is over', async () => {
  const { id } = await on.connect('Lost', { url: LOST });
  await openWizard(on, id, 'verify');
  await on.pass(180);
  expect(screen.getByText(OVERDUE)).toBeVisible();
  expect(screen.getByText('The last heartbeat was not delivered. Host name not found.')).toBeVisible();
});

test('a silence over the heartbeat is named as what holds it back', async () => {
  const at = (hours: number) => new Date(on.world.clock.now() + hours * 3_600_000).toISOString();
  const matchers = [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }];
  await on.world.call('editor', 'POST', '/api/alertmanager/grafana/api/v2/silences', {
    ...{ matchers, startsAt: at(0), endsAt: at(2), createdBy: 'Ada', comment: 'Too noisy' },
  });
  const { id } = await on.connect('Production');
  await openWizard(on, id, 'verify');
  await on.pass(180);
  expect(screen.getByText('The rule is firing')).toBeVisible();
  expect(screen.getByText(OVERDUE)).toBeVisible();
  expect(screen.getByText('A silence suppresses the heartbeat.')).toBeVisible();
});

test('a connection without a heartbeat says what is missing and leads there', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  const { user, address } = await openWizard(on, id, 'verify');
  expect(screen.getByText('No heartbeat yet')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(address()).toMatch(/heartbeat$/);
});
