import { parseArgs } from 'node:util';

/**
 * What pages weigh; the pages of connections and of coverage; of these only what a key in the search costs; the page of
 * one connection with its clocks; whether the sandbox's own heartbeats come in time.
 */
const PARTS = ['weights', 'cases', 'keys', 'clocks', 'beats'] as const;
export type BenchPart = (typeof PARTS)[number];

export interface BenchOptions {
  /** Only a part of the cases. */
  isSample: boolean;
  /** What is measured; everything where nothing was chosen. */
  parts: ReadonlySet<BenchPart>;
  /** Numbers of connections to look at, where not all. */
  connections: readonly number[] | undefined;
  /** Where to write all figures. */
  json: string | undefined;
  /** Figures of an earlier run to put beside these. */
  compare: string | undefined;
  /** A built plugin in place of dist/, such as that of an older commit. */
  plugin: string | undefined;
  /** How much slower than the machine of the budgets this one is; only times are multiplied. */
  slowness: number;
}

export function readBenchOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      sample: { type: 'boolean' },
      weights: { type: 'boolean' },
      cases: { type: 'boolean' },
      keys: { type: 'boolean' },
      clocks: { type: 'boolean' },
      beats: { type: 'boolean' },
      connections: { type: 'string' },
      json: { type: 'string' },
      compare: { type: 'string' },
      plugin: { type: 'string' },
    },
  });
  const chosen = PARTS.filter((part) => values[part]);
  const slowness = Number(process.env.BENCH_SLOWNESS || '1');
  if (!(slowness >= 1)) {
    throw new Error(`BENCH_SLOWNESS is "${process.env.BENCH_SLOWNESS}"; it must be a number of at least 1.`);
  }
  return {
    isSample: Boolean(values.sample),
    parts: new Set(chosen.length > 0 ? chosen : PARTS.filter((part) => part !== 'keys')),
    connections: values.connections?.split(',').map(Number),
    json: values.json,
    compare: values.compare,
    plugin: values.plugin,
    slowness,
  };
}
