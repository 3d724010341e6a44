/**
 * Pages of Grafana, as paths below its root; put the sub-path in front with `locationUtil.assureBaseUrl`. They are the
 * same in 12.3 and 12.4.
 */
export const grafanaPaths = {
  contactPoints: () => '/alerting/notifications',
  /** The list, searched for one contact point: unlike its own page this holds for every version and every name. */
  contactPoint: (name: string) => `/alerting/notifications?${new URLSearchParams({ search: name })}`,
  rule: (uid: string) => `/alerting/grafana/${encodeURIComponent(uid)}/view`,
  folder: (uid: string) => `/dashboards/f/${encodeURIComponent(uid)}`,
  dataSource: (uid: string) => `/connections/datasources/edit/${encodeURIComponent(uid)}`,
  newDataSource: () => '/connections/datasources/new',
  notificationPolicies: () => '/alerting/routes',
  /** Where an administrator chooses the Alertmanagers that alerts are sent to. */
  alertmanagers: () => '/alerting/admin',
  serviceAccounts: () => '/org/serviceaccounts',
  newServiceAccount: () => '/org/serviceaccounts/create',
  pluginConfiguration: (pluginId: string) => `/plugins/${encodeURIComponent(pluginId)}`,
} as const;

const ALERTING = 'https://grafana.com/docs/grafana/latest/alerting';
const ADMINISTRATION = 'https://grafana.com/docs/grafana/latest/administration';
const CLOUD = 'https://grafana.com/docs/grafana-cloud/alerting-and-irm';
const INTEGRATIONS = 'configure-notifications/manage-contact-points/integrations';

/** Pages of the public documentation. */
export const docsLinks = {
  /** The manual way that the wizard takes off one's hands. */
  configureIrm: `${ALERTING}/${INTEGRATIONS}/configure-irm/`,
  /** Its counterpart for Grafana Cloud, which has a contact point of its own for IRM. */
  configureIrmOnCloud: `${CLOUD}/alerting/${INTEGRATIONS}/configure-irm/`,
  contactPoints: `${ALERTING}/configure-notifications/manage-contact-points/`,
  webhookContactPoint: `${ALERTING}/${INTEGRATIONS}/webhook-notifier/`,
  webhookPayload: `${ALERTING}/${INTEGRATIONS}/webhook-notifier/#default-json-payload`,
  notificationTiming: `${ALERTING}/fundamentals/notifications/group-alert-notifications/`,
  notificationPolicies: `${ALERTING}/configure-notifications/create-notification-policy/`,
  irm: `${CLOUD}/irm/`,
  irmTemplates: `${CLOUD}/irm/configure/escalation-routing/alert-templates/`,
  escalationChains: `${CLOUD}/irm/configure/escalation-routing/escalation-chains/`,
  serviceAccounts: `${ADMINISTRATION}/service-accounts/`,
  /** How IRM's API is called, and with which tokens. */
  irmApi: `${CLOUD}/irm/reference/oncall-api/`,
  /** Where IRM shows the address of its API and makes keys for it. */
  irmAdminSettings: `${CLOUD}/irm/set-up/admin-settings/`,
  irmPermissions: `${CLOUD}/irm/set-up/manage-access/roles-and-permissions/`,
} as const;
