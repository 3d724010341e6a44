import { commandLine } from '../tests/support/commandLine';
import { startFleet, type Fleet } from '../tests/support/fleet';

let fleet: Fleet;
afterEach(() => fleet.stop());

it('exports of Grafanas with names in any script go into a folder each', async () => {
  fleet = await startFleet(2);
  const [first, second] = fleet.grafanas;
  const env = {
    TOKEN_1: (await first?.tokenOf('Editor')) ?? '',
    TOKEN_2: (await second?.tokenOf('Editor')) ?? '',
    ENDPOINT: fleet.newIntegration('One for both'),
  };
  const file = `
grafanas:
  - { name: 東京, url: "${first?.url}", tokenFrom: TOKEN_1 }
  - { name: 大阪, url: "${second?.url}", tokenFrom: TOKEN_2 }
connections: [{ name: Production, endpointFrom: ENDPOINT, heartbeat: false }]
`;
  expect((await commandLine('apply --no-test', { file, env })).code).toBe(0);
  const { code, files } = await commandLine('export --out code', { file, env });
  expect({ code, paths: Object.keys(files).sort() }).toEqual({
    code: 0,
    paths: ['code/大阪/production.tf', 'code/東京/production.tf'].sort(),
  });
});
