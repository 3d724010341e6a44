import { commandLine } from '../tests/support/commandLine';

/**
 * Against a real Grafana and a real IRM, when their addresses are given:
 * GRAFANA_URL=… GRAFANA_TOKEN=… (of an Editor) IRM_ENDPOINT=… npx jest cli/realGrafana
 */
const { GRAFANA_URL: url = '', GRAFANA_TOKEN = '', IRM_ENDPOINT = '' } = process.env;
const withReal = url !== '' && GRAFANA_TOKEN !== '' && IRM_ENDPOINT !== '' ? it : it.skip;

withReal(
  'a real Grafana is planned, connected, looked at and left as it was',
  async () => {
    const file = `
grafanas:
  - { name: real, url: "${url}", tokenFrom: GRAFANA_TOKEN }
connections:
  - { name: Command line test, endpointFrom: IRM_ENDPOINT, interval: 5m }
`;
    const given = { file, env: { GRAFANA_TOKEN, IRM_ENDPOINT } };
    const codeOf = async (words: string) => (await commandLine(words, given)).code;
    expect(await codeOf('plan')).toBe(1);
    try {
      expect(await commandLine('apply', given)).toMatchObject({ code: 0 });
      expect(await codeOf('plan')).toBe(0);
      let out = '';
      for (let tries = 0; tries < 20 && !/^real .* Up\b/m.test(out); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        out = (await commandLine('status', given)).out;
      }
      expect(out).toMatch(/^real .* Up\b/m);
    } finally {
      expect(await commandLine('remove --yes', given)).toMatchObject({ code: 0 });
    }
    expect(await codeOf('plan')).toBe(1);
  },
  180_000
);
