import { RECORDED_VERSIONS, recordedFiles, recordedSteps } from '../support/recordings';
import { createReplay } from './player';

/** In the order in which they build on each other (tests/contracts/README.md). */
const FILES = [
  'contact-points',
  'receivers-test',
  'folders',
  'alert-rules',
  'state',
  'state-failing',
  'policies',
  'plugin',
  'ruler',
  'app-platform',
];

const filesOf = { '12.3.0': FILES, '12.4.0': [...FILES, 'app-platform-rules'] };

describe.each(RECORDED_VERSIONS)('the stand-in as Grafana %s', (version) => {
  const replay = createReplay(version);
  afterAll(() => replay.stop());

  for (const file of filesOf[version]) {
    recordedSteps(version, file).forEach((step, index) => {
      test(`${version} ${file}: ${step.name}`, async () => {
        const { expected, actual } = await replay.play(file, step, index === 0);
        expect(actual).toEqual(expected);
      });
    });
  }

  test(`${version}: every recording is played`, () => {
    expect([...filesOf[version]].sort()).toEqual(recordedFiles(version));
  });
});
