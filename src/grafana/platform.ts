/** The versions under which Grafana serves contact points, policies and time intervals: 12 and 13 the first, 13 the second as well. */
export type NotificationsVersion = 'v0alpha1' | 'v1beta1';

/** The version that counts as stable; where it is missing, the provisioning API is asked. */
export const STABLE = 'v1beta1';

type Kind = 'receivers' | 'routingtrees' | 'timeintervals';

/** @param namespace of the organisation: `default`, `org-2` */
export function notificationsPath(namespace: string, version: NotificationsVersion, kind: Kind): string {
  return `/apis/notifications.alerting.grafana.app/${version}/namespaces/${encodeURIComponent(namespace)}/${kind}`;
}

/** Rules as objects (app-platform-rules.json); 13 has no stable version of them. */
export function rulesPath(namespace: string): string {
  return `/apis/rules.alerting.grafana.app/v0alpha1/namespaces/${encodeURIComponent(namespace)}/alertrules`;
}

/** Rules of one folder in the API of Grafana's own editor (ruler.json). */
export const rulerPath = (folderUid: string) => `/api/ruler/grafana/api/v1/rules/${encodeURIComponent(folderUid)}`;

/** Integrations of contact points in the provisioning API (contact-points.json). */
export const CONTACT_POINTS = '/api/v1/provisioning/contact-points';
