import { serverFact } from './serverFact';

/** An address within Grafana, below the path that it is served from. */
export const inGrafana = (path: string): string => serverFact('sub-path') + path;

/** What `inGrafana` makes, without that path. */
export function withinGrafana(address: string): string {
  const subPath = serverFact('sub-path');
  return subPath !== '' && address.startsWith(`${subPath}/`) ? address.slice(subPath.length) : address;
}
