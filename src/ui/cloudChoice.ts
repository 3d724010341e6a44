const KEY = 'irmconnect.no-cloud';

/**
 * Whether somebody said in this browser session that this is no Grafana Cloud. A Grafana of one's own may look like it:
 * its namespace can be set to `stacks-7`.
 */
export function isOwnGrafana(storage: Storage): boolean {
  return storage.getItem(KEY) !== null;
}

export function rememberOwnGrafana(storage: Storage): void {
  try {
    storage.setItem(KEY, 'yes');
  } catch {
    // It is asked again with the next page.
  }
}
