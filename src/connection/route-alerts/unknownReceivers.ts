import type { StoredPolicy } from './types';

/**
 * Contact points that policies name and a reading does not know, each once. Grafana takes no policy that names nothing,
 * so either one of the two was read before a contact point was made or renamed, or the reader may not see them.
 */
export function unknownReceivers(root: StoredPolicy, known: readonly string[]): string[] {
  const names = new Set(known);
  const unknown = new Set<string>();
  const collect = ({ receiver, routes }: StoredPolicy) => {
    if (receiver !== '' && !names.has(receiver)) {
      unknown.add(receiver);
    }
    routes.forEach(collect);
  };
  collect(root);
  return [...unknown];
}
