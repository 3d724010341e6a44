import type { GrafanaVersion } from '../context';

export const GROUP = 'notifications.alerting.grafana.app';

export type GroupVersion = 'v0alpha1' | 'v1beta1';

/** What Grafana prefers: 13 serves under `v1beta1` what 12 served under `v0alpha1`, and goes on serving that, too. */
export function groupVersion(version: GrafanaVersion): GroupVersion {
  return version === '13.2.1' ? 'v1beta1' : 'v0alpha1';
}

export const servedVersions = (version: GrafanaVersion): GroupVersion[] =>
  version === '13.2.1' ? ['v1beta1', 'v0alpha1'] : ['v0alpha1'];

export function apiGroup(version: GrafanaVersion) {
  const versions = servedVersions(version).map((served) => ({ groupVersion: `${GROUP}/${served}`, version: served }));
  return { kind: 'APIGroup', apiVersion: 'v1', name: GROUP, versions, preferredVersion: versions[0] };
}
