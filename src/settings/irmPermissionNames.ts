/**
 * Names of IRM's permissions, as its documentation gives them; OnCall OSS has `grafana-oncall-app` in front. Teams come
 * with the settings of users.
 */
export const IRM_PERMISSIONS = {
  readIntegrations: 'grafana-irm-app.integrations:read',
  writeIntegrations: 'grafana-irm-app.integrations:write',
  readAlertGroups: 'grafana-irm-app.alert-groups:read',
  writeAlertGroups: 'grafana-irm-app.alert-groups:write',
  readEscalationChains: 'grafana-irm-app.escalation-chains:read',
  readTeams: 'grafana-irm-app.user-settings:read',
} as const;
