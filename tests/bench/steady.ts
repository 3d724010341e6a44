import type { Page } from '@playwright/test';
import type { Meter } from './cost';
import { median } from './figure';
import { since, type Traffic } from './traffic';

const WINDOW_MS = 10_000;
const REFRESH = /^(Refresh|Read again)$/;

export interface Steady {
  /** Milliseconds in 10 s. */
  script: number;
  task: number;
  requestsPerRefresh: number;
  kbPerRefresh: number;
  /** Without those that came with a refresh that was asked for, which reads everything. */
  routingPerMinute: number;
}

/** Contact points and policies. */
const ROUTING_READS = 2;

/** What an open page costs while nobody touches it: 10 s of ticks with at least one refresh, asked for where none came. */
export async function watchSteady(page: Page, meter: Meter, traffic: () => Traffic, windows: number): Promise<Steady> {
  const costs: Array<{ script: number; task: number }> = [];
  const start = traffic();
  let asked = 0;
  for (let window = 0; window < windows; window += 1) {
    const [costBefore, before] = [await meter.read(), traffic()];
    await page.waitForTimeout(WINDOW_MS / 2);
    if (since(traffic(), before).refreshes === 0) {
      await refresh(page);
      asked += 1;
    }
    await page.waitForTimeout(WINDOW_MS / 2);
    const cost = await meter.read();
    costs.push({ script: cost.script - costBefore.script, task: cost.task - costBefore.task });
  }
  const all = since(traffic(), start);
  return {
    script: median(costs.map(({ script }) => script)),
    task: median(costs.map(({ task }) => task)),
    requestsPerRefresh: all.requests / Math.max(1, all.refreshes),
    kbPerRefresh: all.bytes / Math.max(1, all.refreshes) / 1000,
    routingPerMinute: Math.ceil((Math.max(0, all.routing - asked * ROUTING_READS) / (windows * WINDOW_MS)) * 60_000),
  };
}

/** Through the page's own button, without the looking around that finding and clicking it from outside costs. */
async function refresh(page: Page): Promise<void> {
  await page.evaluate((pattern) => {
    [...document.querySelectorAll('button')]
      .find((one) => new RegExp(pattern).test(one.ariaLabel ?? one.textContent ?? ''))
      ?.click();
  }, REFRESH.source);
}

/** Megabytes by which the heap has grown over so many refreshes, one right after the other. */
export async function growthOver(page: Page, meter: Meter, traffic: () => Traffic, refreshes: number): Promise<number> {
  const warmUp = Math.ceil(refreshes / 10);
  await refreshTimes(page, traffic, warmUp);
  const before = await meter.heapMb();
  await refreshTimes(page, traffic, refreshes);
  return (await meter.heapMb()) - before;
}

async function refreshTimes(page: Page, traffic: () => Traffic, times: number): Promise<void> {
  const wanted = traffic().refreshes + times;
  while (traffic().refreshes < wanted) {
    await refresh(page);
    await page.waitForTimeout(20);
  }
}
