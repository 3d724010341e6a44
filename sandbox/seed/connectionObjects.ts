import { createHash } from 'node:crypto';
import type { ProvisionedObjects } from '../grafana/provisioned';

export interface ConnectionSeed {
  name: string;
  /** Where the stand-in IRM is reached, without a slash at the end. */
  irmUrl: string;
  /** Of the integration, which is of type Alertmanager. */
  token: string;
  /** Undefined for a connection without one. */
  heartbeat?: { intervalSeconds: number; repeatSeconds: number; isPaused?: boolean };
}

const TYPE = 'alertmanager';
const MANUAL_PAGE =
  'https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/configure-irm/';
const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };
/** Editable in Grafana's pages, like what the plugin makes unless it is asked for locked objects. */
const provenance = '';

/** What the plugin leaves in Grafana for a connection: contact points, folder and always-firing rule. */
export function connectionObjects({
  name,
  irmUrl,
  token,
  heartbeat,
}: ConnectionSeed): Required<Pick<ProvisionedObjects, 'folders' | 'contactPoints' | 'rules'>> {
  const url = `${irmUrl}/integrations/v1/${TYPE}/${token}/`;
  const id = createHash('sha256').update(['irm-connection', irmUrl, TYPE, token].join('\n')).digest('hex').slice(0, 10);
  const alerts = { uid: `irmc-${id}`, name, type: 'webhook', settings: { url }, provenance };
  if (!heartbeat) {
    return { folders: [], contactPoints: [alerts], rules: [] };
  }
  const beats = {
    ...{ uid: `irmc-${id}-hb`, name: `${name} heartbeat`, type: 'webhook', provenance },
    settings: { url: `${url}heartbeat/` },
    disableResolveMessage: true,
  };
  const rule = {
    ...{ uid: `hb-${id}`, title: beats.name, folderUID: FOLDER.uid, folder: FOLDER.title, ruleGroup: `irmc-${id}` },
    ...{ interval: 10, for: '0s', isPaused: heartbeat.isPaused === true, provenance },
    ...{ condition: 'A', data: [alwaysTrue], noDataState: 'OK', execErrState: 'OK' },
    labels: {
      ...{ irm_connection: id, heartbeat: 'true', severity: 'none' },
      __grafana_origin: 'plugin/irmconnect-setup-app',
    },
    annotations: {
      summary: 'Heartbeat for Grafana IRM: this rule always fires, on purpose.',
      description:
        'Its notifications tell Grafana IRM that Grafana Alerting works. IRM raises an alert when none arrived for ' +
        `${heartbeat.intervalSeconds / 60}m. Pausing, silencing or rerouting this rule stops the heartbeat.`,
      runbook_url: MANUAL_PAGE,
      irm_heartbeat_interval: String(heartbeat.intervalSeconds),
    },
    notification_settings: {
      receiver: beats.name,
      group_wait: '0s',
      group_interval: '1s',
      repeat_interval: `${heartbeat.repeatSeconds}s`,
    },
  };
  return { folders: [FOLDER], contactPoints: [alerts, beats], rules: [rule] };
}

const alwaysTrue = {
  ...{ refId: 'A', queryType: '', relativeTimeRange: { from: 0, to: 0 }, datasourceUid: '__expr__' },
  model: {
    ...{ refId: 'A', type: 'math', expression: '1 > 0' },
    ...{ datasource: { type: '__expr__', uid: '__expr__' }, intervalMs: 1000, maxDataPoints: 43200 },
  },
};

/** An alert rule of somebody's own on a constant; `fires` or not. */
export function ownRule(
  uid: string,
  title: string,
  { fires = false, group = 'Services', labels = {}, receiver }: Partial<OwnRule> = {}
) {
  return {
    ...{ uid, title, folderUID: 'services', folder: 'Services', ruleGroup: group, interval: 60, for: '0s', provenance },
    ...{ condition: 'A', noDataState: 'NoData', execErrState: 'Error', labels },
    data: [{ ...alwaysTrue, model: { ...alwaysTrue.model, expression: fires ? '1 > 0' : '0 > 1' } }],
    ...(receiver && { notification_settings: { receiver } }),
  };
}

interface OwnRule {
  fires: boolean;
  group: string;
  labels: Record<string, string>;
  /** Without one the notification policies route it. */
  receiver: string;
}
