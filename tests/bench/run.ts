import { readFileSync, writeFileSync } from 'node:fs';
import { table } from '../flows/table';
import { isWithin, rowsOf, type Figure } from './figure';
import { readBenchOptions } from './options';
import { openPlace } from './place';
import { connect } from './connect';
import { openBrowser } from './visitor';
import { weigh } from './weights';

/** `npm run bench`: what the plugin costs in a real browser, held to budgets. See docs/performance.md. */
async function main(): Promise<number> {
  const options = readBenchOptions();
  const browser = await openBrowser();
  const figures: Figure[] = [];
  try {
    const place = await openPlace(options.plugin);
    try {
      const one = await connect(place, 'Bench');
      figures.push(...(await weigh(browser, place.grafanaUrl, one.id)));
      await one.remove();
    } finally {
      await place.stop();
    }
  } finally {
    await browser.close();
  }
  const before = options.compare ? (JSON.parse(readFileSync(options.compare, 'utf8')) as Figure[]) : undefined;
  const { heads, rows } = rowsOf(figures, before);
  process.stdout.write(`${table(heads, rows)}\n`);
  if (options.json) {
    writeFileSync(options.json, `${JSON.stringify(figures, null, 1)}\n`);
  }
  const beyond = figures.filter((figure) => !isWithin(figure)).length;
  process.stdout.write(`bench: ${figures.length} figures, ${beyond} beyond budget\n`);
  return beyond > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
);
