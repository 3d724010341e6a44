import type { GrafanaError } from '../connection/port/grafanaPort';
import { failure, success, type Result } from '../connection/result';

/** The answer of a server, or of a cache in front of it, that leaves out of account which part is asked for. */
export const REPEATED_PART = failure({
  reason: 'unexpected',
  message: 'Grafana answers with the same part of a list again and again',
  status: undefined,
} as const);

/**
 * What leads on to the next part of a list; undefined after the last. Fails where it leads to the part that it comes
 * with, as such a list would be read for ever.
 *
 * @param after what led to this part
 */
export function nextPart(
  next: string | null | undefined,
  after: string | undefined
): Result<string | undefined, GrafanaError> {
  return next && next === after ? REPEATED_PART : success(next || undefined);
}
