/** Which actions a role has on which scopes; `{…}` stands for one scope per object. As recorded with 12.4. */
type Table = Record<string, string>;

export const VIEWER: Table = {
  '':
    'alert.instances:read alert.notifications.receivers:list alert.notifications.routes:read ' +
    'alert.notifications.templates:read alert.notifications.time-intervals:read alert.notifications:read ' +
    'orgs.quotas:read orgs:read provisioning.repositories:read provisioning.settings:read snapshots:read',
  'annotations:* {folders}': 'annotations:read',
  'datasources:* datasources:uid:grafana {dataSources}': 'datasources:query datasources:read',
  'datasources:*':
    'alert.instances.external:read alert.notifications.external:read alert.rules.external:read datasources.id:read',
  '{folders}': 'dashboards:read',
  'folders:* {folders}': 'alert.rules:read alert.silences:read',
  'folders:uid:general {folders}': 'library.panels:read',
  'folders:uid:general folders:uid:sharedwithme {folders}': 'folders:read',
  'plugins:*': 'plugins.app:access',
  'receivers:* {receivers}': 'alert.notifications.receivers:read',
};

export const EDITOR_MORE: Table = {
  '':
    'alert.instances:create alert.instances:write alert.notifications.receivers:create ' +
    'alert.notifications.receivers:test alert.notifications.routes:write alert.notifications.templates.test:write ' +
    'alert.notifications.templates:delete alert.notifications.templates:write ' +
    'alert.notifications.time-intervals:delete alert.notifications.time-intervals:write alert.notifications:write ' +
    'alert.provisioning.provenance:write datasources:explore snapshots:create snapshots:delete',
  'annotations:* {folders}': 'annotations:create annotations:delete annotations:write',
  'datasources:*': 'alert.instances.external:write alert.notifications.external:write alert.rules.external:write',
  '{folders}':
    'dashboards.permissions:read dashboards.permissions:write dashboards:delete dashboards:write ' +
    'folders.permissions:read folders.permissions:write folders:delete folders:write',
  'folders:* {folders}':
    'alert.rules:create alert.rules:delete alert.rules:write alert.silences:create alert.silences:write',
  'folders:uid:general {folders}':
    'dashboards:create folders:create library.panels:create library.panels:delete library.panels:write',
  'receivers:* {receivers}': 'alert.notifications.receivers:delete alert.notifications.receivers:write',
  'receivers:* receivers:type:new {receivers}': 'alert.notifications.receivers.test:create',
};

/** Who made a contact point manages it, whatever the role (docs/facts.md#contact-points). */
export const MANAGED: Table = {
  '{ownReceivers}':
    'alert.notifications.receivers.protected:write alert.notifications.receivers.secrets:read ' +
    'receivers.permissions:read receivers.permissions:write',
};

/**
 * The rest of managing a contact point and a folder, which Editors and Admins hold by role (docs/facts.md#permissions).
 */
export const MANAGED_WITHOUT_ROLE: Table = {
  '{ownReceivers}':
    'alert.notifications.receivers:read alert.notifications.receivers:write alert.notifications.receivers:delete',
  '{ownFolders}':
    'folders:read folders:write folders:delete folders:create folders.permissions:read folders.permissions:write ' +
    'alert.rules:read alert.rules:create alert.rules:write alert.rules:delete ' +
    'alert.silences:read alert.silences:create alert.silences:write',
};

/** From 13 on the default routing tree is reached through permissions of its own (docs/facts.md#permissions). */
export const DEFAULT_TREE_VIEWER: Table = {
  'routingtrees:uid:user-defined': 'notifications.alerting.grafana.app/routingtrees:get',
};

export const DEFAULT_TREE_EDITOR: Table = {
  'routingtrees:uid:user-defined': 'notifications.alerting.grafana.app/routingtrees:update',
};

/** Not recorded; what an administrator of the organisation has beyond an editor, as far as anybody here asks. */
export const ADMIN_MORE: Table = {
  '': 'alert.provisioning:read alert.provisioning:write alert.notifications.provisioning:read alert.notifications.provisioning:write alert.rules.provisioning:read alert.rules.provisioning:write alert.provisioning.secrets:read serviceaccounts:create plugins:install datasources:create orgs:write',
  'folders:*':
    'folders:read folders:write folders:delete folders:create folders.permissions:read folders.permissions:write ' +
    'dashboards:read dashboards:write dashboards:create dashboards:delete ' +
    'library.panels:read library.panels:create library.panels:write library.panels:delete',
  'plugins:*': 'plugins:write',
  'users:*': 'org.users:read org.users:add org.users:write org.users:remove',
  'receivers:* {receivers}':
    'alert.notifications.receivers.protected:write alert.notifications.receivers.secrets:read ' +
    'receivers.permissions:read receivers.permissions:write',
  'serviceaccounts:*': 'serviceaccounts:read serviceaccounts:write serviceaccounts:delete',
};

/** 12.3 knows less of contact points and lets people annotate dashboards. */
export const NOT_IN_12_3 = new Set([
  'alert.notifications.receivers.protected:write',
  'alert.notifications.receivers.test:create',
  'alert.notifications.templates.test:write',
  'provisioning.repositories:read',
  'provisioning.settings:read',
]);

export const ONLY_IN_12_3: Table = {
  'annotations:type:dashboard': 'annotations:create annotations:delete annotations:write',
};

/** Taken from Viewers and Editors with 13.1 (docs/facts.md#permissions). Admins keep them. */
export const ADMINS_OWN_FROM_13 = new Set([
  'alert.notifications:read',
  'alert.notifications:write',
  'alert.notifications.routes:read',
  'alert.notifications.routes:write',
]);
