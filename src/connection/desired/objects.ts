/** The folder of all heartbeat rules. */
export const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' } as const;

/** Label that ties a rule to its connection; its value is the connection's id. */
export const CONNECTION_LABEL = 'irm_connection';

/**
 * Label and value by which Grafana's pages show a rule as this plugin's and offer neither to edit nor to pause nor to
 * delete it there. For people only: every API writes such a rule, and which connection it belongs to does not go by it.
 */
export const ORIGIN_LABEL = '__grafana_origin';
export const ORIGIN = 'plugin/irmconnect-setup-app';

/**
 * The most alerts in one message to propose; IRM's documentation advises to stay below (docs/facts.md#irms-limits).
 * Larger messages run into limits of size on the way.
 */
export const PROPOSED_MAX_ALERTS = 100;

/** Annotation with IRM's heartbeat interval in seconds. */
export const INTERVAL_ANNOTATION = 'irm_heartbeat_interval';

/** Public manual page that the plugin replaces. */
export const MANUAL_PAGE =
  'https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/configure-irm/';

/** Uid of a connection's alert contact point, where Grafana lets us choose. At most 40 letters, digits, `-`, `_`. */
export const alertUid = (id: string) => `irmc-${id}`;

/** Uid of a connection's heartbeat contact point. */
export const heartbeatUid = (id: string) => `irmc-${id}-hb`;

/** Name of the rule group that holds a connection's heartbeat rule alone. */
export const ruleGroupOf = (id: string) => `irmc-${id}`;

/** Whether an integration carries a uid that only this plugin gives. */
export const isOurUid = (uid: string) => /^irmc-[0-9a-f]{10}(-\d+)?(-hb)?$/.test(uid);

/** Such a uid or group with a number, for when another connection has it since its endpoint was replaced. */
export const withNumber = (name: string, number: number) => name.replace(/(-hb)?$/, `-${number}$1`);

/** Label of every test alert; its value tells one test from all others. */
export const TEST_LABEL = 'irm_connect_test';
