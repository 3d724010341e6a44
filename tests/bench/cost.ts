import type { CDPSession, Page } from '@playwright/test';

export interface Cost {
  /** Milliseconds. */
  script: number;
  /** Milliseconds of all work of the main thread, drawing included. */
  task: number;
}

export interface Meter {
  /** What the page has cost the main thread since it was opened, in time of the processor, not of the wall. */
  read(): Promise<Cost>;
  /** Megabytes in use once everything that can be freed is. */
  heapMb(): Promise<number>;
}

/** Reads the browser's own counters; reading costs the page nothing. */
export async function openMeter(page: Page): Promise<Meter> {
  const session: CDPSession = await page.context().newCDPSession(page);
  // Others on the machine take time of the wall, yet none of the thread's own.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metric = async (names: string[]) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return names.map((name) => metrics.find((one) => one.name === name)?.value ?? 0);
  };
  return {
    async read() {
      const [script = 0, task = 0] = await metric(['ScriptDuration', 'TaskDuration']);
      return { script: script * 1000, task: task * 1000 };
    },
    async heapMb() {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const [used = 0] = await metric(['JSHeapUsedSize']);
      return used / 1e6;
    },
  };
}
