import { DIFFERENCES, differenceOf } from './differences';
import { createReplay } from './player';
import { grafanaRecordings } from './recordings';

describe.each(['12.3.0', '12.4.0'] as const)('the stand-in as Grafana %s', (version) => {
  const replay = createReplay(version);
  const recordings = grafanaRecordings(version);
  afterAll(() => replay.stop());

  for (const { file, steps } of recordings) {
    steps.forEach((step, index) => {
      const difference = differenceOf(version, file, step.name);
      const title = `${version} ${file}: ${step.name}`;
      test(difference ? `${title} (differs: ${difference.reason})` : title, async () => {
        const { expected, actual } = await replay.play(file, step, index === 0);
        if (difference) {
          expect(actual).not.toEqual(expected);
        } else {
          expect(actual).toEqual(expected);
        }
      });
    });
  }

  test(`${version}: every difference names a recorded step`, () => {
    const recorded = recordings.flatMap(({ file, steps }) => steps.map(({ name }) => `${file}: ${name}`));
    const listed = DIFFERENCES.filter((known) => known.version === version).flatMap(({ file, steps: named }) =>
      named.map((step) => `${file}: ${step}`)
    );
    expect(listed.filter((name) => !recorded.includes(name))).toEqual([]);
  });
});
