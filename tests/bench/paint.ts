import type { Browser, Page } from '@playwright/test';
import { PLUGIN_ID } from '../browser/support/grafana';
import { asVisitor } from './visitor';

export const STATUS = `/a/${PLUGIN_ID}/status`;
export const COVERAGE = `/a/${PLUGIN_ID}/coverage`;
const CONTACT_POINTS = '/alerting/notifications';
export const LONGEST_MS = 60_000;

/**
 * Milliseconds from the start of the navigation until the page shows this text, on the page's own clock; undefined when
 * it never did. Looked for with each frame.
 */
export async function timeToText(page: Page, path: string, text: string): Promise<number | undefined> {
  await page.addInitScript({ content: lookForText(text) });
  await page.goto(path, { waitUntil: 'commit' });
  const found = await page
    .waitForFunction(() => 'shownAfter' in window && Number(window.shownAfter), undefined, { timeout: LONGEST_MS })
    .catch(() => undefined);
  return found ? Number(await found.jsonValue()) : undefined;
}

/** As text, because what runs this file puts helpers of its own into functions, which the page does not have. */
const lookForText = (text: string) => `requestAnimationFrame(function look() {
  if (document.body?.textContent.includes(${JSON.stringify(text)})) {
    window.shownAfter = performance.now();
  } else {
    requestAnimationFrame(look);
  }
})`;

/** Ours beside Grafana's own page of contact points, in turns, the best of each: what else ran must not decide. */
export async function paintsOf(browser: Browser, grafanaUrl: string, text: string, turns: number) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [path, times] of [
      [STATUS, ours],
      [CONTACT_POINTS, theirs],
    ] as const) {
      const time = await asVisitor(browser, grafanaUrl, (page) => timeToText(page, path, text));
      if (time !== undefined) {
        times.push(time);
      }
    }
  }
  const best = (times: number[]) => (times.length > 0 ? Math.min(...times) : undefined);
  return { ours: best(ours), theirs: best(theirs) };
}
