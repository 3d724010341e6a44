import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { PLUGIN_ID } from '../browser/support/grafana';
import { MODULE_BUDGET_KB } from '../budgets';
import type { Figure } from './figure';
import { asVisitor } from './visitor';

interface Weighed {
  name: string;
  path: string;
  /** Gzipped, in kB of 1,000 bytes. */
  budget?: number;
}

const APP = `/a/${PLUGIN_ID}`;

/**
 * Pages as somebody opens them first, by their address. `connection` is the id of one whose heartbeat arrives. The
 * budgets keep what was reached; docs/performance.md says what is aimed at and what stands in the way.
 */
const pages = (connection: string): Weighed[] => [
  { name: 'status', path: `${APP}/status`, budget: 90 },
  { name: 'detail', path: `${APP}/status/${connection}`, budget: 118 },
  { name: 'setup', path: `${APP}/setup/new`, budget: 85 },
  { name: 'setup, heartbeat step', path: `${APP}/setup/${connection}/heartbeat`, budget: 138 },
  { name: 'coverage', path: `${APP}/coverage`, budget: 95 },
  { name: 'configuration', path: `/plugins/${PLUGIN_ID}?page=configuration`, budget: 65.5 },
  { name: 'home card', path: '/alerting', budget: 68 },
];

/** Milliseconds in which a heartbeat that was just set up arrives. */
const FIRST_BEAT_MS = 240_000;

/** What each page loads of the plugin's own files with an empty cache, by the browser's log of its requests. */
export async function weigh(browser: Browser, grafanaUrl: string, connection: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  let moduleKb: number | undefined;
  // Before, there are words to load for what is not in order yet.
  await asVisitor(browser, grafanaUrl, async (page) => {
    await page.goto(`${APP}/status/${connection}`);
    await page.getByText('The last heartbeat was delivered on time.').waitFor({ timeout: FIRST_BEAT_MS });
  });
  for (const { name, path, budget } of pages(connection)) {
    const files = await asVisitor(browser, grafanaUrl, (page) => ownFiles(page, path));
    const kilobytes = [...files.values()].reduce((sum, one) => sum + one, 0);
    moduleKb ??= files.get('module.js');
    figures.push(
      { subject: name, measure: 'kB gzipped', value: kilobytes, budget },
      { subject: name, measure: 'files', value: files.size }
    );
    if (process.env.BENCH_FILES) {
      process.stdout.write(`${name}: ${[...files].map(([file, kB]) => `${file} ${kB.toFixed(1)}`).join(', ')}\n`);
    }
  }
  return [...figures, { subject: 'module.js', measure: 'kB gzipped', value: moduleKb, budget: MODULE_BUDGET_KB }];
}

/** Scripts and texts by their name in dist/, with their gzipped weight; pictures are not counted. */
async function ownFiles(page: Page, path: string): Promise<Map<string, number>> {
  const files = new Map<string, number>();
  const reading: Array<Promise<void>> = [];
  page.on('response', (response) => {
    const name = response.url().split(`/public/plugins/${PLUGIN_ID}/`)[1]?.split('?')[0];
    if (name && /\.(js|json|css)$/.test(name)) {
      reading.push(response.body().then((body) => void files.set(name, gzipSync(body).length / 1000)));
    }
  });
  await page.goto(path);
  await page.waitForFunction((id) => document.querySelector('[role="main"], main')?.textContent && id, PLUGIN_ID);
  // A page asks for its parts one after the other, and on a busy machine the network is quiet between them.
  let known = 0;
  do {
    known = files.size;
    await page.waitForTimeout(3000);
    await page.waitForLoadState('networkidle');
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
  } while (files.size > known);
  await Promise.all(reading);
  return files;
}
