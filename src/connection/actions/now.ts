import { failure, success } from '../result';
import type { GrafanaPort, GrafanaResult, TestVerdict } from '../grafanaPort';
import type { Connection } from '../observed/connections';
import type { Silence, StatusPort } from '../statusPort';

/**
 * Sends one message to the heartbeat address right now, through Grafana's receiver test. IRM counts any message as a
 * beat, so this starts the interval anew and resolves IRM's alert group, although the heartbeat itself may be dead;
 * people have to be told. It leaves no trace in the contact point's status. `notFound` without heartbeat contact point.
 */
export async function sendBeatNow(
  grafana: GrafanaPort,
  { heartbeatContactPoint }: Connection
): GrafanaResult<TestVerdict> {
  return heartbeatContactPoint
    ? grafana.testContactPoint(heartbeatContactPoint)
    : failure({ reason: 'notFound', message: 'There is no heartbeat contact point.', status: undefined });
}

/** Ends a silence now. It is shared: other alerts that it silenced notify again, too, so show its matchers first. */
export function expireSilence(port: StatusPort, silence: Silence): GrafanaResult<void> {
  return port.expireSilence(silence.id);
}

/** Whether an expired silence can be put back: it would still last at this time (epoch milliseconds). */
export const canRestore = ({ endsAt }: Silence, now: number) => endsAt !== undefined && endsAt > now;

/**
 * Takes the expiry of a silence back: makes one with the same matchers, comment and end. Grafana gives it a new id,
 * even where the old one is named (measured on 12.4.0).
 *
 * @param now the server's time, epoch milliseconds
 */
export function restoreSilence(port: StatusPort, silence: Silence, now: number): GrafanaResult<string> {
  const { matchers, startsAt, endsAt, createdBy, comment } = silence;
  return port.createSilence({ matchers, startsAt: Math.max(startsAt ?? now, now), endsAt, createdBy, comment });
}

/** Reads the silences that hold a heartbeat back, without those that are gone meanwhile. At most one request each. */
export async function readSilences(port: StatusPort, ids: readonly string[]): GrafanaResult<Silence[]> {
  const results = await Promise.all(ids.map((id) => port.getSilence(id)));
  const failed = results.find((result) => !result.ok);
  return failed && !failed.ok ? failed : success(results.flatMap((result) => (result.ok && result.value) || []));
}
