/** What Grafana asks for before it expires or creates a silence (its own 403 names them so). */
const WAYS = ['alert.silences:write', 'alert.instances:write'] as const;

/** Names the permission that is missing to change silences; empty when there is one. */
export function missingSilenceRights(granted: (action: string) => boolean): string[] {
  return WAYS.some((action) => granted(action)) ? [] : [WAYS[0]];
}
