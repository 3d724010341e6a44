import { type IrmStep, irmSteps } from '../support/irmRecordings';
import { publicApiDifferences } from './differences';
import { startReplay } from './replay';

/** They build on each other, and were recorded on another server than the earlier files. */
const files = [
  '13-default-route',
  '14-routes',
  '15-escalation-chains',
  '16-service-accounts',
  '17-maintenance',
  '19-maintenance-alerts',
  '20-resolving',
  '22-silences',
];

/** That server's names beside those of the sandbox. */
const inOurWords = (text: string) =>
  text.replace(/Primary( |%20)on-call/g, 'SRE$1on$1call').replace(/Platform( |%20)on-call/g, 'Payments$1on$1call');

/** What is of that server: how much it held, to which team its chains belonged, and what had been stored with a route. */
const held = ['count', 'next', 'total_pages'];
const ignoredIn: Record<string, string[]> = {
  '14-routes': ['routing_regex'],
  '15-escalation-chains': ['team_id'],
  '16-service-accounts': [...held, 'results', 'routing_regex'],
  '19-maintenance-alerts': held,
};

const differenceOf = ({ file, label }: IrmStep) =>
  publicApiDifferences.find((each) => each.file === file && each.labels.includes(label));

const steps = files.flatMap(irmSteps);
const results = new Map<IrmStep, { status: number; problems: string[] }>();

beforeAll(async () => {
  const replay = startReplay(steps[0]?.at ?? '');
  replay.names.pair('FECI5L9PP7CIH', 'FSANDBOXESC01');
  replay.names.pair('FGH76MIY85PBL', 'FSANDBOXESC02');
  replay.names.pair('T6QSVU7TD5RYN', 'TSANDBOXSRE01');
  replay.names.pair('OTDWD9TTY7ZJY', 'OSANDBOXORG01');
  for (const step of steps) {
    if (step.file === '20-resolving') {
      // It comes from a third server, whose administrator has a name of its own.
      replay.names.pair('UJIG2YPPYVQZ7', 'USANDBOXADM01');
    }
    const translated = JSON.parse(inOurWords(JSON.stringify(step))) as IrmStep;
    results.set(step, await replay.run(translated, { ignored: ignoredIn[step.file] }));
  }
  replay.irm.stop();
});

describe.each(files)('%s', (file) => {
  const own = steps.filter((step) => step.file === file);

  test.each(own.filter((step) => !differenceOf(step)))('$label', (step) => {
    expect(results.get(step)?.problems).toEqual([]);
  });
});

test.each(steps.filter(differenceOf))('$file $label differs on purpose', (step) => {
  const result = results.get(step);
  expect(result?.status).toBe(differenceOf(step)?.status);
  expect(result?.problems).not.toEqual([]);
});

test('every difference names recorded steps', () => {
  const named = publicApiDifferences.flatMap(({ file, labels }) => labels.map((label) => `${file}: ${label}`));
  const recorded = new Set(steps.map(({ file, label }) => `${file}: ${label}`));
  expect(named.filter((name) => !recorded.has(name))).toEqual([]);
});
