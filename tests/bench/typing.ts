import type { Page } from '@playwright/test';
import type { Cost, Meter } from './cost';
import { median } from './figure';

/** Long enough for what a key starts to begin, the address that follows the filter included. */
const SETTLE_MS = 400;
const ROUNDS = 5;

/** Leaves few rows, however many there are. */
const TEXT = '08';

/** So many names hold the text that are numbered from 1 on, in as many digits as the last one has. */
const countNamed = (count: number): number =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(String(count).length, '0')).filter((number) =>
    number.includes(TEXT)
  ).length;

/**
 * What a key in the search costs the main thread, of the worst one: a text is typed and taken back key by key, and of
 * each key the median of several rounds counts, because a refresh may fall into one. Throws where the text does not leave
 * what it should. Undefined where there is no search, as on a page with a handful.
 *
 * @param numbered how many rows are named by numbers
 */
export async function costOfKey(page: Page, meter: Meter, numbered: number): Promise<Cost | undefined> {
  const search = page.getByRole('textbox', { name: /^(Search|Filter)/ }).first();
  if (!(await search.isVisible())) {
    return undefined;
  }
  await search.focus();
  await settle(page);
  const keys = [...TEXT, ...Array.from(TEXT, () => 'Backspace')];
  const costs: Cost[][] = keys.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, key] of keys.entries()) {
      const before = await meter.read();
      await page.keyboard.press(key);
      await settle(page);
      const { script, task } = await meter.read();
      costs[index]?.push({ script: script - before.script, task: task - before.task });
      if (index === TEXT.length - 1) {
        await expectFiltered(page, numbered);
      }
    }
  }
  return costs
    .map((all) => ({ script: median(all.map(({ script }) => script)), task: median(all.map(({ task }) => task)) }))
    .sort((a, b) => b.task - a.task)[0];
}

/** Until the main thread has nothing left to do: on a busy machine a list that is drawn later is drawn much later. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(undefined))));
}

/** Ids and rows with other names may hold the text as well, so that some more are right; all of them or none are not. */
async function expectFiltered(page: Page, numbered: number): Promise<void> {
  const counts = await page.getByRole('table').evaluateAll((tables) => tables.map((table) => table.ariaRowCount));
  const shown = Number(counts[0] ?? 1) - 1;
  if (shown < countNamed(numbered) || shown >= numbered) {
    throw new Error(`of ${numbered} rows the search for "${TEXT}" shows ${shown}`);
  }
}
