import { parseArgs } from 'node:util';
import { simulate } from './simulation';
import { report } from './report';

/**
 * `npm run replicas -- [--hours 10] [--replicas 2] [--seed 1]`: watches clusters of two and of three replicas through
 * kills, restarts and outages, and prints what was told of them. Exits with 1 after any false alarm, and when an outage
 * that could be known was told later than with the next refresh.
 */
const { values } = parseArgs({
  options: { hours: { type: 'string' }, replicas: { type: 'string' }, seed: { type: 'string' } },
});

async function main(): Promise<number> {
  const sizes = values.replicas ? [Number(values.replicas)] : [2, 3];
  let failures = 0;
  for (const replicas of sizes) {
    const result = await simulate({ replicas, hours: Number(values.hours ?? 10), seed: Number(values.seed ?? 1) });
    const { text, problems } = report(replicas, result);
    process.stdout.write(text);
    failures += problems;
  }
  return failures > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
);
