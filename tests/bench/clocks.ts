import type { Browser, Page } from '@playwright/test';
import { asAdmin } from '../browser/support/grafana';
import { connect } from './connect';
import { openMeter, type Cost, type Meter } from './cost';
import { median, type Figure } from './figure';
import { LONGEST_MS, STATUS } from './paint';
import type { BenchPlace } from './place';
import { asVisitor } from './visitor';

const NAME = 'Clock';
const WINDOW_MS = 10_000;
/** Milliseconds until what a dialog has started is drawn. */
const SETTLE_MS = 4000;
/** So long the alert is held back, longer than all windows together. */
const GROUP_WAIT = '5m';
const POLICIES = '/api/v1/provisioning/policies';

/** Milliseconds of scripting in 10 s, a refresh in them. */
const BUDGETS = { detail: 60, running: 150 };

/** What the page of one connection costs while nobody touches it: as it is, while a real alert is on its way, and in a drill. */
export async function costOfClocks(browser: Browser, place: BenchPlace, windows: number, slowness: number) {
  const { grafanaUrl } = place;
  const one = await connect(place, NAME);
  await leadAlertsTo(NAME, grafanaUrl);
  const figures: Figure[] = [];
  await asVisitor(browser, grafanaUrl, async (page) => {
    const meter = await openMeter(page);
    const tell = async (subject: string, budget: number) => {
      await page.waitForTimeout(SETTLE_MS);
      const { script, task } = await watch(page, meter, windows);
      figures.push(
        { subject, measure: 'scripting in 10 s, ms', value: script, budget: budget * slowness },
        { subject, measure: 'all work in 10 s, ms', value: task }
      );
    };
    await page.goto(`${STATUS}/${one.id}`);
    await page
      .getByText('Next heartbeat', { exact: true })
      .first()
      .waitFor({ timeout: 2 * LONGEST_MS });
    await tell('detail', BUDGETS.detail);
    await begin(page, 'Send real alert', ['Send real alert now']);
    await page.getByRole('list', { name: 'Way of the alert' }).waitFor();
    await tell('detail, a real alert', BUDGETS.running);
    await page.getByRole('button', { name: 'End now' }).click();
    await page.getByRole('button', { name: 'Close', exact: true }).click({ timeout: LONGEST_MS });
    await begin(page, 'Fire drill', ['Continue', 'Pause the heartbeat now']);
    await page.getByRole('timer').waitFor();
    await tell('detail, a drill', BUDGETS.running);
  });
  return figures;
}

/** Opens the dialog of an action and goes through its questions. */
async function begin(page: Page, action: string, [first = '', second]: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const dialog = page.getByRole('dialog');
  if (second !== undefined) {
    await dialog.getByRole('button', { name: first }).click();
  }
  await dialog.getByText('Whoever is on call knows').click();
  await dialog.getByRole('button', { name: second ?? first }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function watch(page: Page, meter: Meter, windows: number): Promise<Cost> {
  const costs: Cost[] = [];
  for (let window = 0; window < windows; window += 1) {
    const before = await meter.read();
    await page.waitForTimeout(WINDOW_MS);
    const { script, task } = await meter.read();
    costs.push({ script: script - before.script, task: task - before.task });
  }
  return {
    script: median(costs.map(({ script }) => script)),
    task: median(costs.map(({ task }) => task)),
  };
}

/** By a policy with labels, which are proposed then. */
const leadAlertsTo = (receiver: string, grafanaUrl: string) =>
  asAdmin(async (api) => {
    const tree = (await (await api.get(POLICIES)).json()) as object;
    const route = { receiver, object_matchers: [['team', '=', 'bench']], group_wait: GROUP_WAIT };
    const answer = await api.put(POLICIES, { data: { ...tree, routes: [route] } });
    if (!answer.ok()) {
      throw new Error(`the policies: ${answer.status()}`);
    }
  }, grafanaUrl);
