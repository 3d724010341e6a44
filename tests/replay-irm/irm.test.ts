import { type IrmStep, irmRecording, irmSteps } from '../support/irmRecordings';
import { baseUrl } from './client';
import { deliberateDifferences } from './differences';
import { startReplay } from './replay';

const files = [
  '01-health-info-auth',
  '02-teams',
  '03-integrations',
  '04-heartbeat-internal-api',
  '06-alertmanager-delivery',
  '07-alert-groups-api',
  '08-other-types-delivery',
  '12-extra',
];

/** Integrations that were made between the recorded steps, by the first file that uses them. */
const seeds: Record<string, Array<{ type: string; name: string; id?: string; token: string }>> = {
  '06-alertmanager-delivery': [
    { type: 'alertmanager', name: 'delivery', id: 'CR2J4K83F2JHG', token: 'HuuJTjNwt29kGOOYqLg4QqKYo' },
  ],
  '08-other-types-delivery': [
    { type: 'webhook', name: 'webhook', token: 'Pbtfa3i9Yowe7dYH3l2bo0Sj0' },
    { type: 'formatted_webhook', name: 'formatted webhook', token: 'UpLTzqzQrQs5i55dK0PGnD9iU' },
    { type: 'grafana', name: 'grafana', token: 'Ht3DoHb8xZvdOrffqLmbwBrBK' },
    { type: 'alertmanager', name: 'to be deleted', id: 'CQLBCPNTTJHBM', token: 'tncaLHfEcupCqh26Hd71q7jZ6' },
    {
      type: 'webhook',
      name: 'webhook templated 1795320575611',
      id: 'C1WCPZUHE8RGA',
      token: 'tYRVyjsmKZkOytkG9xgQi1Ijf',
    },
  ],
  '12-extra': [{ type: 'alertmanager', name: 'mixed', id: 'CGR55456MNWER', token: 'b3vevV6vuKjcisgNiA5hSciyS' }],
};

/** These count what earlier experiments had left on the real engine. */
const countsOfEarlierRuns = ['team_id null', 'alerts search', 'alerts all perpage=1'];

const steps = files.flatMap(irmSteps);
const results = new Map<IrmStep, { status: number; problems: string[] }>();

beforeAll(async () => {
  const replay = startReplay(steps[0]?.at ?? '');
  for (const file of files) {
    seeds[file]?.forEach(replay.seed);
    for (const step of steps.filter((each) => each.file === file)) {
      const ignored = countsOfEarlierRuns.includes(step.label) ? ['count', 'total_pages'] : [];
      results.set(step, await replay.run(step, { ignored }));
    }
  }
  replay.irm.stop();
});

const isDeliberate = (step: IrmStep) =>
  deliberateDifferences.some(({ file, label }) => file === step.file && label === step.label);

describe.each(files)('%s', (file) => {
  const own = steps.filter((step) => step.file === file);

  test.each(own.filter((step) => !isDeliberate(step)))('$label', (step) => {
    expect(results.get(step)?.problems).toEqual([]);
  });
});

test.each([...deliberateDifferences])('$label is deliberately not built', ({ file, label }) => {
  const step = steps.find((each) => each.file === file && each.label === label);
  const result = step && results.get(step);
  expect(result?.status).toBe(501);
  expect(result?.problems).not.toEqual([]);
});

interface TypeAnswer {
  status: number;
  link: string | null;
  heartbeat: { link: string } | null;
  body: unknown;
}

describe('03b-types', () => {
  const types = Object.entries(irmRecording<Record<string, TypeAnswer>>('03b-types'));

  test.each(types)('%s', async (type, recorded) => {
    const { irm } = startReplay('2026-11-22T04:02:56Z');
    const response = await irm.fetch(
      new Request(`${baseUrl}/api/v1/integrations/`, {
        method: 'POST',
        headers: { Authorization: '<admin API token>', 'Content-Type': 'application/json' },
        body: JSON.stringify({ type, name: `type ${type}` }),
      })
    );
    const answer = await response.json();
    expect(response.status).toBe(recorded.status);
    if (recorded.status !== 201) {
      expect(answer).toEqual(recorded.body);
      return;
    }
    const form = (link: string | undefined) => link?.replace(/\{IRM\}|http:\/\/irm\.test/, '').replace(/\w{25}/, '*');
    expect(form(answer.link ?? undefined)).toBe(form(recorded.link ?? undefined));
    expect(form(answer.heartbeat?.link)).toBe(form(recorded.heartbeat?.link));
  });
});
