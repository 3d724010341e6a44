import { readFileSync } from 'node:fs';
import { environment, type Place } from '../browser/support/environment';
import { startOwnSandbox } from '../browser/support/ownSandbox';
import { connectionName, OTHER_CONTACT_POINTS, type Case } from './cases';
import { connect, type Connected } from './connect';
import type { BenchOptions } from './options';
import { makeOthers } from './othersOnReal';

export interface BenchPlace extends Place {
  isSandbox: boolean;
  /** Of the processor, that the sandbox has used so far; 0 where the system does not tell. */
  cpuSeconds(): number;
}

interface Seed extends Case {
  contactPoints: number;
  beatSeconds: number;
}

/** Runs something on a sandbox of its own that holds so much, or on the real Grafana as it is. */
export async function inPlace<T>(
  { plugin }: BenchOptions,
  seed: Seed | undefined,
  run: (place: BenchPlace) => Promise<T>,
  settings: Readonly<Record<string, string>> = {}
): Promise<T> {
  if (!environment.isSandbox) {
    const { grafanaUrl, irmUrl } = environment;
    return run({ grafanaUrl, irmUrl, isSandbox: false, cpuSeconds: () => 0 });
  }
  const seeded = seed ? { ...settings, SANDBOX_SEED: JSON.stringify(seed) } : settings;
  const sandbox = await startOwnSandbox(1, seeded, plugin ? ['--plugin', plugin] : []);
  try {
    return await run({ ...sandbox, isSandbox: true, cpuSeconds: () => cpuSecondsOf(sandbox.pid) });
  } finally {
    await sandbox.stop();
  }
}

/** Each case on a place that holds as much, smallest first; on a real Grafana what was made is taken away at the end. */
export async function forEachCase(
  options: BenchOptions,
  cases: readonly Case[],
  beatSeconds: number,
  run: (place: BenchPlace, one: Case) => Promise<void>
): Promise<void> {
  if (environment.isSandbox) {
    for (const one of cases) {
      const seed = { ...one, contactPoints: OTHER_CONTACT_POINTS, beatSeconds };
      await inPlace(options, seed, (place) => run(place, one));
    }
    return;
  }
  const removeOthers = await makeOthers(cases[0]?.rules ?? 0, OTHER_CONTACT_POINTS);
  const made: Connected[] = [];
  try {
    for (const one of cases) {
      await inPlace(options, undefined, async (place) => {
        while (made.length < one.connections) {
          made.push(await connect(place, connectionName(made.length + 1)));
        }
        await run(place, one);
      });
    }
  } finally {
    for (const connection of made) {
      await connection.remove();
    }
    await removeOthers();
  }
}

/** In hundredths of a second, as Linux counts. */
function cpuSecondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}
