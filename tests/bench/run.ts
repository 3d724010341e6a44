import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { environment } from '../browser/support/environment';
import { table } from '../flows/table';
import { latenessOf } from './beats';
import { casesOf, nameOf, OTHER_CONTACT_POINTS } from './cases';
import { connect } from './connect';
import { isWithin, rowsOf, type Figure } from './figure';
import { measureCase } from './measure';
import { readBenchOptions, type BenchOptions } from './options';
import { forEachCase, inPlace } from './place';
import { openBrowser } from './visitor';
import { weigh } from './weights';

/** `npm run bench`: what the plugin costs in a real browser, held to budgets. See docs/performance.md. */
async function main(): Promise<number> {
  const options = readBenchOptions();
  const before = options.compare ? (JSON.parse(readFileSync(options.compare, 'utf8')) as Figure[]) : undefined;
  const browser = await openBrowser();
  const figures: Figure[] = [];
  try {
    if (!options.onlyCases && !options.onlyBeats) {
      figures.push(...(await measureWeights(browser, options)));
    }
    if (!options.onlyWeights && !options.onlyBeats) {
      await measureCases(browser, options, figures);
    }
    if (!options.onlyWeights && environment.isSandbox) {
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
    figures.push(...(await measureCase(browser, place, one, options)));
  });
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
