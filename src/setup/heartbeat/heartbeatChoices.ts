import * as v from 'valibot';
import { kept } from '../../ui/data/kept';
import type { HeartbeatChoices } from './heartbeatForm';

/** Kept for the browser session, by connection. */
const form = v.object({
  interval: v.number(),
  preset: v.picklist(['documented', 'gentle', 'custom']),
  timing: v.object({
    evaluationInterval: v.string(),
    pendingPeriod: v.string(),
    groupWait: v.string(),
    groupInterval: v.string(),
    repeatInterval: v.string(),
  }),
  scope: v.picklist(['alerting', 'dataSource']),
  dataSourceUid: v.string(),
  folder: v.nullish(
    v.object({ uid: v.string(), path: v.string(), parents: v.pipe(v.array(v.string()), v.readonly()) })
  ),
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
