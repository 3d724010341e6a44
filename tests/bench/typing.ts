import type { Page } from '@playwright/test';
import type { Meter } from './cost';

/** Long enough for what a key starts to be over, deferred drawing included. */
const SETTLE_MS = 400;
const TEXT = 'service 1';

/**
 * Milliseconds of the main thread's work for a key in the search, of the second worst of them: a refresh may fall
 * into one. Undefined where there is no search, as on a page with a handful.
 */
export async function costOfKey(page: Page, meter: Meter): Promise<number | undefined> {
  const search = page.getByRole('textbox', { name: /^(Search|Filter)/ }).first();
  if (!(await search.isVisible())) {
    return undefined;
  }
  await search.focus();
  await page.waitForTimeout(SETTLE_MS);
  const costs: number[] = [];
  for (const key of TEXT) {
    const before = await meter.read();
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(SETTLE_MS);
    costs.push((await meter.read()).task - before.task);
  }
  await search.fill('');
  return costs.sort((a, b) => b - a)[1];
}
