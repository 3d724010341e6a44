import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Only a fair part of the cases, as in CI. */
  isSample: boolean;
  /** Only what pages weigh. */
  onlyWeights: boolean;
  /** Only the page of connections. */
  onlyCases: boolean;
  /** Only whether the sandbox's own heartbeats come in time. */
  onlyBeats: boolean;
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
      beats: { type: 'boolean' },
      connections: { type: 'string' },
      json: { type: 'string' },
      compare: { type: 'string' },
      plugin: { type: 'string' },
    },
  });
  const slowness = Number(process.env.BENCH_SLOWNESS || '1');
  if (!(slowness >= 1)) {
    throw new Error(`BENCH_SLOWNESS is "${process.env.BENCH_SLOWNESS}"; it must be a number of at least 1.`);
  }
  return {
    isSample: Boolean(values.sample),
    onlyWeights: Boolean(values.weights),
    onlyCases: Boolean(values.cases),
    onlyBeats: Boolean(values.beats),
    connections: values.connections?.split(',').map(Number),
    json: values.json,
    compare: values.compare,
    plugin: values.plugin,
    slowness,
  };
}
