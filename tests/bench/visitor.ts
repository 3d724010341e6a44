import { chromium, type Browser, type Page } from '@playwright/test';
import { environment } from '../browser/support/environment';
import { signIn } from '../browser/support/grafana';

/** Playwright's own browser, or the one that CHROMIUM_PATH names. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  const args = ['--js-flags=--expose-gc', '--enable-precise-memory-info'];
  return chromium.launch(executablePath ? { executablePath, args: [...args, '--no-sandbox'] } : { args });
}

/** Runs something in a page of the administrator's that has nothing in cache or storage. */
export async function asVisitor<T>(
  browser: Browser,
  grafanaUrl: string,
  run: (page: Page) => Promise<T>,
  size = { width: 1400, height: 900 }
): Promise<T> {
  const context = await browser.newContext({ baseURL: grafanaUrl, viewport: size });
  try {
    const page = await context.newPage();
    await signIn(page, environment.admin);
    return await run(page);
  } finally {
    await context.close();
  }
}
