/**
 * What an administrator changes and an Editor does not, in 12.3, 12.4 and 13: people and what they may do, data
 * sources, plugins, the organisation and the server (state.json, "user permissions (editor)"; Grafana's documentation
 * of roles and permissions). Below each, `users.password` as well as `users`.
 */
const ADMINISTERED = [
  ...['users', 'org.users', 'teams', 'roles', 'serviceaccounts', 'apikeys'],
  ...['datasources', 'plugins', 'orgs'],
  ...['settings', 'server', 'licensing', 'featuremgmt', 'ldap', 'support.bundles', 'migrationassistant'],
  ...['provisioning.repositories', 'provisioning.connections', 'provisioning.settings'],
];

/** Verbs that change nothing; among them what Editors and Viewers do with data sources and plugins. */
const HARMLESS = ['read', 'list', 'status', 'query', 'explore', 'access'];

/** Single actions where an Editor has others of the same name. */
const SINGLE = ['alert.provisioning:write', 'alert.provisioning.secrets:read', 'provisioning:reload'];

/** Those of the actions that administer and that no Editor has by role, sorted by name. */
export function administrativeActions(actions: readonly string[]): string[] {
  return actions.filter(isAdministrative).sort();
}

function isAdministrative(action: string): boolean {
  const [object = '', verb = ''] = action.split(':');
  const isAdministered = ADMINISTERED.some((known) => object === known || object.startsWith(`${known}.`));
  return SINGLE.includes(action) || (isAdministered && !HARMLESS.includes(verb));
}
