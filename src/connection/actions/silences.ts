import type { GrafanaPort, GrafanaResult, Silence } from '../port/grafanaPort';
import { failure, success } from '../result';

/** Ends a silence now. It is shared: other alerts that it silenced notify again, too, so show its matchers first. */
export async function expireSilence(port: GrafanaPort, silence: Silence): GrafanaResult<void> {
  const expired = await port.expireSilence(silence.id);
  if (expired.ok) {
    return expired;
  }
  // One that ended meanwhile is as good, which older Alertmanagers answer with an error. No answer tells whether it
  // did: it may be that of something in front of Grafana, or lost.
  const listed = await port.listSilences();
  const isActive = listed.ok && listed.value.some(({ id, state }) => id === silence.id && state !== 'expired');
  return listed.ok && !isActive ? success(undefined) : expired;
}

/** Whether an expired silence can be put back: it would still last at this time (epoch milliseconds). */
export const canRestore = ({ endsAt }: Silence, now: number) => endsAt !== undefined && endsAt > now;

/**
 * Takes the expiry of a silence back: makes one with the same matchers, comment and end, unless one like it is there
 * already, from a first try whose answer was lost or from somebody else. Grafana gives it a new id, even where the old
 * one is named (docs/facts.md#deliveries-and-alerts). Answers the id of the silence that now silences.
 *
 * @param now the server's time, epoch milliseconds
 */
export async function restoreSilence(port: GrafanaPort, silence: Silence, now: number): GrafanaResult<string> {
  const before = await findAlike(port, silence);
  if (!before.ok || before.value) {
    return before.ok ? success(before.value?.id ?? '') : before;
  }
  const { matchers, startsAt, endsAt, createdBy, comment } = silence;
  const startsNow = Math.max(startsAt ?? now, now);
  const created = await port.createSilence({ matchers, startsAt: startsNow, endsAt, createdBy, comment });
  if (created.ok) {
    return created;
  }
  // The answer may have been lost on its way.
  const after = await findAlike(port, silence);
  return after.ok && after.value ? success(after.value.id) : created;
}

async function findAlike(port: GrafanaPort, silence: Silence): GrafanaResult<Silence | undefined> {
  const listed = await port.listSilences();
  return listed.ok
    ? success(listed.value.find((other) => other.state !== 'expired' && likeness(other) === likeness(silence)))
    : failure(listed.error);
}

/** What makes two silences the same for everybody: whom they silence, until when (to the second), and why. */
function likeness({ matchers, endsAt, comment }: Silence): string {
  const sorted = matchers.map(({ name, value, isEqual, isRegex }) => [name, value, isEqual, isRegex].join('\n')).sort();
  return JSON.stringify([sorted, endsAt === undefined ? '' : Math.floor(endsAt / 1000), comment]);
}

/** Reads the silences that hold a heartbeat back, without those that are gone meanwhile. At most one request each. */
export async function readSilences(port: GrafanaPort, ids: readonly string[]): GrafanaResult<Silence[]> {
  const results = await Promise.all(ids.map((id) => port.getSilence(id)));
  const failed = results.find((result) => !result.ok);
  return failed && !failed.ok ? failed : success(results.flatMap((result) => (result.ok && result.value) || []));
}
