import AxeBuilder from '@axe-core/playwright';
import { expect, type ConsoleMessage, type Locator, type Page } from '@playwright/test';

/** Chromium's own lines for answers like 404 or 502, which no page can prevent. */
const BROWSERS_OWN = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** A small phone, and what is left of a window of 1280 at a zoom of 400 %. */
export const NARROW = { width: 320, height: 844 };

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

/** What reaches beyond either edge of the window, apart from what a scrolling box of its own holds. */
export function overflowing(page: Page): Promise<string[]> {
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
    const isBeyond = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      // What is hidden for the eye alone lies anywhere.
      return right - left > 1 && (right > width + 1 || left < -1);
    };
    const found = [...main.querySelectorAll('*')]
      .filter((element) => isBeyond(element) && !isClipped(element))
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`);
    return document.documentElement.scrollWidth > width ? ['the page itself', ...found] : found;
  });
}

/** Boxes that have to be scrolled from side to side to be read. */
export const scrollingSideways = (within: Locator): Promise<string[]> =>
  within
    .locator('*')
    .evaluateAll((all) =>
      all
        .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1)
        .map((box) => `${box.scrollWidth} in ${box.clientWidth} pixels: ${box.textContent.slice(0, 60)}`)
    );

/**
 * What overflows once texts are as long as in German, and then from right to left as well. The page is as before
 * afterwards, apart from what it has written anew itself in the meantime.
 */
export async function overflowingWhenTranslated(page: Page): Promise<string[]> {
  const restore = await page.locator('main').evaluateHandle((main) => {
    const texts: Array<{ node: Text; before: string; long: string }> = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      const text = node.data;
      const isOfInterface = /[a-z]{2}/i.test(text) && !node.parentElement?.closest('code, style, svg, textarea');
      if (isOfInterface) {
        // Two words in five are longer by a whole word, as compounds are.
        node.data = text.replace(
          /[a-z]{4,}/gi,
          (word) => word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase()
        );
        texts.push({ node, before: text, long: node.data });
      }
    }
    return () => {
      texts.filter(({ node, long }) => node.data === long).forEach(({ node, before }) => (node.data = before));
      document.documentElement.dir = '';
    };
  });
  const long = await overflowing(page);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const rightToLeft = await overflowing(page);
  await restore.evaluate((undo) => undo());
  return [...long.map((one) => `long: ${one}`), ...rightToLeft.map((one) => `right to left: ${one}`)];
}

/** Faults that axe finds in the content of the page, contrast included. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any.map(({ message }) => message).join('; ')}`)
  );
}

/** Takes a picture of the page and holds it to what can be measured; axe, which takes long, not in every size. */
export async function expectGoodLooks(page: Page, name: string, { withAxe = true } = {}): Promise<void> {
  // Spinners turn and beats arrive while the picture is taken; what moves in must have arrived.
  await page.waitForTimeout(300);
  await page.screenshot({ path: `test-results/looks/${name}.png`, fullPage: true });
  expect.soft(await overflowing(page), `${name}: reaches beyond the window`).toEqual([]);
  expect.soft(await overflowingWhenTranslated(page), `${name}: translated, reaches beyond the window`).toEqual([]);
  if (withAxe) {
    expect.soft(await axeFindings(page), `${name}: axe`).toEqual([]);
  }
}
