import AxeBuilder from '@axe-core/playwright';
import { expect, type ConsoleMessage, type Page } from '@playwright/test';

/** Chromium's own lines for answers like 404 or 502, which no page can prevent. */
const BROWSERS_OWN = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** Listens for errors in the console and for exceptions that nobody caught. */
export function consoleErrors(page: Page, isForeign: (message: ConsoleMessage) => boolean = () => false): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !BROWSERS_OWN.test(message.text()) && !isForeign(message)) {
      errors.push(message.text());
    }
  });
  return errors;
}

/** What reaches beyond the right edge of the window, apart from what a scrolling box of its own holds. */
function overflowing(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const width = document.documentElement.clientWidth;
    const isClipped = (element: Element): boolean => {
      for (let box = element.parentElement; box && box !== main; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') {
          return true;
        }
      }
      return false;
    };
    const found = [...main.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !isClipped(element))
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`);
    return document.documentElement.scrollWidth > width ? ['the page itself', ...found] : found;
  });
}

/** Faults that axe finds in the content of the page, contrast included. */
async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any.map(({ message }) => message).join('; ')}`)
  );
}

/** Takes a picture of the page and holds it to what can be measured. */
export async function expectGoodLooks(page: Page, name: string): Promise<void> {
  // Spinners turn and beats arrive while the picture is taken; what moves in must have arrived.
  await page.waitForTimeout(300);
  await page.screenshot({ path: `test-results/looks/${name}.png`, fullPage: true });
  expect.soft(await overflowing(page), `${name}: reaches beyond the window`).toEqual([]);
  expect.soft(await axeFindings(page), `${name}: axe`).toEqual([]);
}
