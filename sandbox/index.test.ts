import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStandIn, type StandIn, type StandInOptions } from './index';

let standIn: StandIn | undefined;
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'stand-in-'));
});

afterEach(async () => {
  await standIn?.stop();
  standIn = undefined;
  rmSync(directory, { recursive: true });
});

async function start(options?: StandInOptions): Promise<StandIn> {
  standIn = await startStandIn(options);
  return standIn;
}

function put(name: string, text: string): string {
  const file = path.join(directory, name);
  writeFileSync(file, text);
  return file;
}

const contactPoints = async ({ grafanaUrl }: StandIn, login = 'admin:admin') => {
  const headers = { authorization: `Basic ${btoa(login)}` };
  const response = await fetch(`${grafanaUrl}/api/v1/provisioning/contact-points`, { headers });
  const names = response.ok ? ((await response.json()) as Array<{ name: string }>).map(({ name }) => name) : [];
  return { status: response.status, names };
};

const TEAM = `
apiVersion: 1
contactPoints:
  - name: Team
    receivers:
      - uid: team
        type: webhook
        settings:
          url: http://localhost/$TEAM_PATH
`;

describe('what others start', () => {
  it('is the API alone, as the version that is asked for', async () => {
    const { grafanaUrl, irmUrl } = await start({ version: '12.3' });
    expect(await (await fetch(`${grafanaUrl}/api/health`)).json()).toMatchObject({ version: '12.3.0' });
    expect((await fetch(`${irmUrl}/health/`)).status).toBe(200);
    expect(await (await fetch(grafanaUrl)).text()).toContain('start it with --plugin DIR');
    expect((await fetch(`${grafanaUrl}/a/any-app`)).status).toBe(404);
  });

  it('holds what files of provisioning say, also after a reset', async () => {
    put('team.yaml', TEAM);
    put('notes.txt', 'not: provisioning');
    const running = await start({ provisioning: [directory] });
    expect((await contactPoints(running)).names).toContain('Team');
    running.reset();
    expect((await contactPoints(running)).names).toContain('Team');
  });

  it('gives integrations with an endpoint, and a token for the API that finds them', async () => {
    const { irmUrl, irmToken, createIntegration } = await start();
    const { id, endpoint } = createIntegration('Payments');
    expect(
      (
        await fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"alerts":[]}',
        })
      ).status
    ).toBe(200);
    const found = await fetch(`${irmUrl}/api/v1/integrations/${id}/`, { headers: { authorization: irmToken } });
    expect(await found.json()).toMatchObject({ name: 'Payments', link: endpoint });
  });

  it('lets somebody in, and restarts', async () => {
    const running = await start();
    running.letIn('ada', 'None');
    expect((await contactPoints(running, 'ada:adapass')).status).toBe(403);
    running.letIn('ada', 'Viewer', { 'alert.provisioning:read': [''] });
    running.restart('kill');
    expect((await contactPoints(running, 'ada:adapass')).status).toBe(200);
  });

  it.each<[StandInOptions, string]>([
    [{ version: '9' }, 'version is "9"; it must be one of 12.3.0, 12.4.0, 13.2.1.'],
    [{ settings: { GF_QUOTA_ENABLED: '2' } }, 'GF_QUOTA_ENABLED is "2"; it must be true or false.'],
    [{ plugin: 'nowhere' }, 'There is no built plugin in nowhere'],
    [{ provisioning: ['nowhere.yaml'] }, 'nowhere.yaml, which Grafana should be provisioned with, is not there.'],
  ])('says in a sentence what is wrong with %j', async (options, sentence) => {
    await expect(start(options)).rejects.toThrow(sentence);
  });

  it('names the file of provisioning that Grafana would not start with', async () => {
    const broken = put('broken.yaml', 'contactPoints: [{ name: Team, receivers: [{ type: webhook }] }]');
    await expect(start({ provisioning: [broken] })).rejects.toThrow(
      /broken\.yaml: Failed to provision alerting: Team: no uid is set/
    );
    const damaged = put('damaged.yaml', 'a: [');
    await expect(start({ provisioning: [damaged] })).rejects.toThrow(`${damaged} cannot be read`);
  });
});
