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

  const tellKey = (where: string, key: Cost | undefined) => {
    if (key !== undefined) {
      tell(`a key in ${where}, ms`, key.task, budgets.key * slowness);
      tell(`scripting for a key in ${where}, ms`, key.script);
    }
  };

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
    tellKey('the search', await costOfKey(page, meter, one.connections));
    const refreshes = isSample ? 30 : 1000;
    if (one.connections <= 100 && (one.connections === 100 || one.rules === 0)) {
      const growth = await growthOver(page, meter, traffic, refreshes);
      tell(`heap growth over ${refreshes} refreshes, MB`, Math.max(0, growth), budgets.heapMb);
    }
  });
  if (one.rules > 0) {
    tellKey('the search of rules', await measureCoverage(browser, place, one));
  }
  return figures;
}

async function measureCoverage(browser: Browser, place: BenchPlace, { rules }: Case): Promise<Cost | undefined> {
  return asVisitor(browser, place.grafanaUrl, async (page) => {
    const meter = await openMeter(page);
    await page.goto(COVERAGE);
    await page.getByRole('table').waitFor({ timeout: LONGEST_MS });
    return costOfKey(page, meter, rules);
  });
}
