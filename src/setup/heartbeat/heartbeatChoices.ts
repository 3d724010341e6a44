import * as z from '../../transport/zod';
import type { HeartbeatChoices } from './heartbeatForm';

/** Kept for the browser session, by connection. */
const kept = z.object({
  interval: z.number(),
  preset: z.enum(['documented', 'gentle', 'custom']),
  timing: z.object({
    evaluationInterval: z.string(),
    pendingPeriod: z.string(),
    groupWait: z.string(),
    groupInterval: z.string(),
    repeatInterval: z.string(),
  }),
  scope: z.enum(['alerting', 'dataSource']),
  dataSourceUid: z.string(),
  folder: z.nullish(z.object({ uid: z.string(), path: z.string(), parents: z.array(z.string()) })),
});

const keyOf = (connectionId: string) => `irmconnect.heartbeat.${connectionId}`;

/** What was chosen earlier; undefined when nothing was, or it cannot be read. */
export function loadChoices(storage: Storage, connectionId: string): HeartbeatChoices | undefined {
  try {
    const { folder = null, ...others } = kept.parse(JSON.parse(storage.getItem(keyOf(connectionId)) ?? ''));
    return { ...others, folder };
  } catch {
    return undefined;
  }
}

/** Keeps what was chosen until the rule holds it. A browser that keeps nothing only loses it on reload. */
export function saveChoices(storage: Storage, connectionId: string, chosen: HeartbeatChoices | undefined): void {
  try {
    if (chosen) {
      storage.setItem(keyOf(connectionId), JSON.stringify(kept.parse(chosen)));
    } else {
      storage.removeItem(keyOf(connectionId));
    }
  } catch {
    // Nothing depends on it.
  }
}
