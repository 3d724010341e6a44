import type { GrafanaVersion } from '../context';

export const GROUP = 'notifications.alerting.grafana.app';

/** Grafana 13 serves under `v1beta1` what 12 served under `v0alpha1`. */
export function groupVersion(version: GrafanaVersion): 'v0alpha1' | 'v1beta1' {
  return version === '13.0.0' ? 'v1beta1' : 'v0alpha1';
}

export function apiGroup(version: GrafanaVersion) {
  const shown = { groupVersion: `${GROUP}/${groupVersion(version)}`, version: groupVersion(version) };
  return { kind: 'APIGroup', apiVersion: 'v1', name: GROUP, versions: [shown], preferredVersion: shown };
}
