import * as z from '../../transport/zod';
import { kept } from '../../ui/data/kept';
import type { HeartbeatChoices } from './heartbeatForm';

/** Kept for the browser session, by connection. */
const form = z.object({
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
  folder: z.nullish(z.object({ uid: z.string(), path: z.string(), parents: z.readonly(z.array(z.string())) })),
});

const keptOf = (connectionId: string) => kept('session', `irmconnect.heartbeat.${connectionId}`, form);

/** What was chosen earlier; undefined when nothing was. */
export function loadChoices(connectionId: string): HeartbeatChoices | undefined {
  const stored = keptOf(connectionId).read();
  return stored && { ...stored, folder: stored.folder ?? null };
}

/** Keeps what was chosen until the rule holds it. */
export const saveChoices = (connectionId: string, chosen: HeartbeatChoices): void => keptOf(connectionId).write(chosen);

export const forgetChoices = (connectionId: string): void => keptOf(connectionId).forget();
