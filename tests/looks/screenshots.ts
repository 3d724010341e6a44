import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { connect } from '../bench/connect';
import { environment, type Place } from '../browser/support/environment';
import {
  asAdmin,
  configurePlugin,
  heartbeatGroups,
  pauseHeartbeat,
  PLUGIN_ID,
  signIn,
} from '../browser/support/grafana';
import { breakIntegration, createIntegration } from '../browser/support/irm';
import { axeFindings, overflowing, overflowingWhenTranslated } from '../browser/support/looks';
import { startOwnSandbox } from '../browser/support/ownSandbox';

/**
 * `npm run screenshots`: pictures of every page out of a sandbox of its own, in both themes and three widths, for a
 * person to look at (.cache/screenshots), and those of the README and the plugin's catalogue page (src/img).
 * Names what axe finds on them and what reaches beyond the window, also with texts as long as German ones and from right
 * to left. Takes the plugin as built. With `-- --catalogue` those of src/img alone.
 */
const FOLDER = '.cache/screenshots';
const CATALOGUE = 'src/img';
const CATALOGUE_WIDTH = 1400;
const WIDTHS = [CATALOGUE_WIDTH, 1024, 390];
/** Time passes faster here, so that heartbeats need not be waited for. */
const SPEED = 5;
/** Until each heartbeat was sent again after the last change, which empties Grafana's delivery status. */
const SETTLED_MS = 260_000 / SPEED;

interface Picture {
  name: string;
  path: string;
  /** What to do on the page first. */
  prepare?(page: Page): Promise<unknown>;
  /** Name of the files under src/img, for pictures that are shown to the public: dark, and with `-light`. */
  catalogue?: string;
}

async function main() {
  const place = await startOwnSandbox(SPEED);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
  try {
    const isForCatalogue = process.argv.includes('--catalogue');
    const pictures = (await furnish(place)).filter(({ catalogue }) => catalogue || !isForCatalogue);
    await mkdir(FOLDER, { recursive: true });
    for (const theme of ['dark', 'light'] as const) {
      for (const width of isForCatalogue ? [CATALOGUE_WIDTH] : WIDTHS) {
        await takeAll(browser, place, { pictures, theme, width });
      }
    }
  } finally {
    await browser.close();
    await place.stop();
  }
}

/** Four connections in four states, a fifth without a heartbeat, and what they make worth seeing. */
async function furnish(place: Place): Promise<Picture[]> {
  await configurePlugin({ access: 'session', irmUrl: place.irmUrl }, place.grafanaUrl);
  const production = await connect(place, 'Production');
  await connect(place, 'Staging');
  const payments = await connect(place, 'Payments');
  const batch = await connect(place, 'Batch jobs');
  await sendAllToProduction(place);
  await makeRules(place);
  const fresh = await createIntegration('Warehouse', place.irmUrl);
  await wait(60_000 / SPEED);
  await pauseOne(place, batch.id);
  await breakIntegration(payments.integration, { kind: 'status', status: 500 });
  await wait(SETTLED_MS);
  const app = `/a/${PLUGIN_ID}`;
  const paste = async (page: Page) => {
    const field = page.getByRole('textbox', { name: /HTTP endpoint/ });
    await field.fill(fresh.endpoint);
    await field.blur();
  };
  return [
    { name: '00-home', path: '/' },
    { name: '01-connections', path: `${app}/status`, catalogue: 'connections' },
    { name: '02-connection-up', path: `${app}/status/${production.id}`, catalogue: 'connection' },
    { name: '03-connection-down', path: `${app}/status/${payments.id}` },
    { name: '04-setup-new', path: `${app}/setup/new` },
    { name: '05-setup-endpoint', path: `${app}/setup/new/endpoint`, prepare: paste },
    { name: '06-setup-contact-point', path: `${app}/setup/${production.id}/contact-point` },
    { name: '07-setup-heartbeat', path: `${app}/setup/${production.id}/heartbeat` },
    { name: '08-setup-verify', path: `${app}/setup/${production.id}/verify`, catalogue: 'setup' },
    { name: '09-coverage', path: `${app}/coverage`, catalogue: 'coverage' },
    {
      name: '10-coverage-of-rule',
      path: `${app}/coverage`,
      prepare: (page) => page.getByRole('link', { name: /^Production/ }).click(),
    },
    { name: '11-configuration', path: `/plugins/${PLUGIN_ID}?page=configuration` },
    { name: '12-not-found', path: `${app}/status/0000000000` },
  ];
}

interface Set {
  pictures: Picture[];
  theme: 'dark' | 'light';
  width: number;
}

async function takeAll(browser: Browser, place: Place, { pictures, theme, width }: Set): Promise<void> {
  const viewport = { width, height: width < 500 ? 844 : 900 };
  const context = await browser.newContext({ baseURL: place.grafanaUrl, viewport });
  // The compiler names functions by this helper, which pages that they are sent to do not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  await signIn(page, environment.admin);
  for (const { name, path: address, prepare, catalogue } of pictures) {
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}theme=${theme}`);
    await page.locator('main').waitFor();
    await page.waitForLoadState('networkidle');
    await prepare?.(page);
    await wait(800);
    await page.screenshot({ path: path.join(FOLDER, `${name}-${theme}-${width}.png`), fullPage: true });
    for (const finding of await findingsOn(page)) {
      process.stdout.write(`${name}, ${theme}, ${width}: ${finding}\n`);
      process.exitCode = 1;
    }
    if (catalogue && width === CATALOGUE_WIDTH) {
      await page.screenshot({ path: path.join(CATALOGUE, `${catalogue}${theme === 'light' ? '-light' : ''}.png`) });
    }
  }
  await context.close();
}

const findingsOn = async (page: Page) => [
  ...(await overflowing(page)),
  ...(await overflowingWhenTranslated(page)),
  ...(await axeFindings(page)),
];

/** So that alerts are routed somewhere. */
const sendAllToProduction = ({ grafanaUrl }: Place) =>
  asAdmin(
    (api) => api.put('/api/v1/provisioning/policies', { data: { receiver: 'Production', group_by: ['alertname'] } }),
    grafanaUrl
  );

/** Rules of others: most follow the policies, one names a contact point that is not IRM's. */
const makeRules = ({ grafanaUrl }: Place) =>
  asAdmin(async (api) => {
    await api.post('/api/folders', { data: { uid: 'services', title: 'Services' } });
    const mail = { name: 'Mail', type: 'email', settings: { addresses: 'ops@example.com' } };
    await api.post('/api/v1/provisioning/contact-points', { data: mail });
    for (const title of ['Checkout: slow answers', 'Disk almost full', 'Queue grows', 'Certificate expires']) {
      const receiver = title.startsWith('Certificate') ? { receiver: mail.name } : undefined;
      await api.post('/api/v1/provisioning/alert-rules', {
        data: { ...ruleOf(title), notification_settings: receiver },
      });
    }
  }, grafanaUrl);

const ruleOf = (title: string) => ({
  ...{ title, folderUID: 'services', ruleGroup: 'Services', condition: 'A', for: '1m', orgID: 1 },
  ...{ noDataState: 'OK', execErrState: 'Error', labels: { severity: 'critical' } },
  data: [
    {
      refId: 'A',
      datasourceUid: '__expr__',
      relativeTimeRange: { from: 0, to: 0 },
      model: { refId: 'A', type: 'math', expression: '0 > 1' },
    },
  ],
});

const pauseOne = ({ grafanaUrl }: Place, id: string) =>
  asAdmin(async (api) => {
    const group = (await heartbeatGroups(api)).find(({ name }) => name === `irmc-${id}`);
    await (group && pauseHeartbeat(api, group, true));
  }, grafanaUrl);

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

void main();
