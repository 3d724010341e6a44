import type { Browser } from '@playwright/test';
import { budgetsOf, CONNECTION_NAME, nameOf, type Case } from './cases';
import { openMeter, type Cost } from './cost';
import type { Figure } from './figure';
import type { BenchOptions } from './options';
import { COVERAGE, LONGEST_MS, paintsOf, STATUS, timeToText } from './paint';
import type { BenchPlace } from './place';
import { growthOver, watchSteady } from './steady';
import { watchTraffic } from './traffic';
import { costOfKey } from './typing';
import { asVisitor } from './visitor';

/** Pages with so much to show: that of connections from its first paint to a thousand refreshes later, and coverage. */
export async function measureCase(
  browser: Browser,
  place: BenchPlace,
  one: Case,
  { isSample, slowness }: BenchOptions
): Promise<Figure[]> {
  const subject = nameOf(one);
  const budgets = budgetsOf(one);
  const figures: Figure[] = [];
  const tell = (measure: string, value: number | undefined, budget?: number) =>
    figures.push({ subject, measure, value, budget });

  const paints = await paintsOf(browser, place.grafanaUrl, CONNECTION_NAME, isSample ? 2 : 3);
  // The sandbox's page of contact points is a stand-in, which says nothing about Grafana's.
  const paintBudget = !place.isSandbox && one.connections >= 100 ? paints.theirs : undefined;
  tell('first useful paint, ms', paints.ours, paintBudget);
  tell("Grafana's contact points, ms", paints.theirs);

  await asVisitor(browser, place.grafanaUrl, async (page) => {
    const traffic = watchTraffic(page);
    const meter = await openMeter(page);
    const shown = await timeToText(page, STATUS, CONNECTION_NAME);
    if (shown === undefined) {
      tell('scripting in 10 s, ms', undefined, budgets.scripting * slowness);
      return;
    }
    await page.waitForTimeout(5000);
    const steady = await watchSteady(page, meter, traffic, isSample ? 1 : 3);
    tell('requests a refresh', steady.requestsPerRefresh, budgets.requests);
    tell('routing reads a minute', steady.routingPerMinute, budgets.routingPerMinute);
    tell('kB a refresh', steady.kbPerRefresh);
    tell('scripting in 10 s, ms', steady.script, budgets.scripting * slowness);
    tell('all work in 10 s, ms', steady.task);
    figures.push(...keyFigures(one, 'the search', await costOfKey(page, meter, one.connections), slowness));
    const refreshes = isSample ? 30 : 1000;
    if (one.connections <= 100 && (one.connections === 100 || one.rules === 0)) {
      const growth = await growthOver(page, meter, traffic, refreshes);
      tell(`heap growth over ${refreshes} refreshes, MB`, Math.max(0, growth), budgets.heapMb);
    }
  });
  return [...figures, ...(await keysOfCoverage(browser, place, one, slowness))];
}

/** Only what a key in both searches costs. */
export async function measureKeys(
  browser: Browser,
  place: BenchPlace,
  one: Case,
  { slowness }: BenchOptions
): Promise<Figure[]> {
  const key = await asVisitor(browser, place.grafanaUrl, async (page) => {
    const meter = await openMeter(page);
    await timeToText(page, STATUS, CONNECTION_NAME);
    return costOfKey(page, meter, one.connections);
  });
  return [...keyFigures(one, 'the search', key, slowness), ...(await keysOfCoverage(browser, place, one, slowness))];
}

async function keysOfCoverage(browser: Browser, place: BenchPlace, one: Case, slowness: number): Promise<Figure[]> {
  if (one.rules === 0) {
    return [];
  }
  const key = await asVisitor(browser, place.grafanaUrl, async (page) => {
    const meter = await openMeter(page);
    await page.goto(COVERAGE);
    await page.getByRole('table').waitFor({ timeout: LONGEST_MS });
    return costOfKey(page, meter, one.rules);
  });
  return keyFigures(one, 'the search of rules', key, slowness);
}

function keyFigures(one: Case, where: string, key: Cost | undefined, slowness: number): Figure[] {
  if (key === undefined) {
    return [];
  }
  const subject = nameOf(one);
  return [
    { subject, measure: `a key in ${where}, ms`, value: key.task, budget: budgetsOf(one).key * slowness },
    { subject, measure: `scripting for a key in ${where}, ms`, value: key.script },
  ];
}
