import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { environment } from '../browser/support/environment';
import { table } from '../flows/table';
import { latenessOf } from './beats';
import { casesOf, nameOf, OTHER_CONTACT_POINTS } from './cases';
import { costOfClocks } from './clocks';
import { connect } from './connect';
import { isWithin, rowsOf, type Figure } from './figure';
import { measureCase, measureKeys } from './measure';
import { readBenchOptions, type BenchOptions } from './options';
import { forEachCase, inPlace, type BenchPlace } from './place';
import { openBrowser } from './visitor';
import { weigh } from './weights';

/** `npm run bench`: what the plugin costs in a real browser, held to budgets. See docs/performance.md. */
async function main(): Promise<number> {
  const options = readBenchOptions();
  const before = options.compare ? (JSON.parse(readFileSync(options.compare, 'utf8')) as Figure[]) : undefined;
  const browser = await openBrowser();
  const figures: Figure[] = [];
  try {
    if (options.parts.has('weights')) {
      figures.push(...(await measureWeights(browser, options)));
    }
    if (options.parts.has('cases') || options.parts.has('keys')) {
      await measureCases(browser, options, figures);
    }
    if (options.parts.has('clocks') && environment.isSandbox) {
      figures.push(...(await measureClocks(browser, options)));
    }
    if (options.parts.has('beats') && environment.isSandbox) {
      figures.push(...(await measureBeats(options)));
    }
  } finally {
    await browser.close();
    const { heads, rows } = rowsOf(figures, before);
    print(table(heads, rows));
    if (options.json) {
      writeFileSync(options.json, `${JSON.stringify(figures, null, 1)}\n`);
    }
  }
  const beyond = figures.filter((figure) => !isWithin(figure)).length;
  print(`bench: ${figures.length} figures, ${beyond} beyond budget`);
  return beyond > 0 ? 1 : 0;
}

function measureWeights(browser: Browser, options: BenchOptions): Promise<Figure[]> {
  return inPlace(options, undefined, async (place) => {
    const one = await connect(place, 'Bench');
    try {
      return await weigh(browser, place.grafanaUrl, one.id);
    } finally {
      await one.remove();
    }
  });
}

async function measureCases(browser: Browser, options: BenchOptions, figures: Figure[]): Promise<void> {
  const beatSeconds = secondsBetween(options);
  const cases = casesOf(options.isSample, !environment.isSandbox, options.connections);
  await forEachCase(options, cases, beatSeconds, async (place, one) => {
    process.stderr.write(`${nameOf(one)}...\n`);
    const measure = options.parts.has('cases') ? measureCase : measureKeys;
    figures.push(...(await measure(browser, place, one, options)));
  });
}

/** Set up for IRM's API, which a drill needs. */
function measureClocks(browser: Browser, options: BenchOptions): Promise<Figure[]> {
  process.stderr.write('clocks...\n');
  const windows = options.isSample ? 1 : 3;
  const run = (place: BenchPlace) => costOfClocks(browser, place, windows, options.slowness);
  return inPlace(options, undefined, run, { SANDBOX_IRM_API: '1' });
}

function measureBeats(options: BenchOptions): Promise<Figure[]> {
  const beatSeconds = secondsBetween(options);
  const most = { connections: 500, rules: options.isSample ? 2000 : 10_000 };
  process.stderr.write(`beats of ${nameOf(most)}...\n`);
  const seed = { ...most, contactPoints: OTHER_CONTACT_POINTS, beatSeconds };
  return inPlace(options, seed, (place) => latenessOf(place, beatSeconds, nameOf(most)));
}

const secondsBetween = ({ isSample }: BenchOptions) => (isSample ? 10 : 60);

const print = (text: string) => process.stdout.write(`${text}\n`);

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
);
