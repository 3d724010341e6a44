import { connectionId } from '../endpoint/identity';
import { endpointUrl } from '../endpoint/integrationPath';
import type { DesiredConnection, DesiredHeartbeat, HeartbeatRule, Integration, Provenance } from '../model';
import { formatDuration } from '../timing/duration';
import { accessOf } from '../webhook/access';
import {
  alertUid,
  CONNECTION_LABEL,
  FOLDER,
  heartbeatUid,
  INTERVAL_ANNOTATION,
  MANUAL_PAGE,
  ORIGIN,
  ORIGIN_LABEL,
  ruleGroupOf,
} from './objects';

/** The alert contact point that a person asked for, as if there were none yet. */
export function alertIntegrationOf(desired: DesiredConnection): Integration {
  return {
    uid: alertUid(connectionId(desired.endpoint)),
    name: desired.contactPoint.name.trim(),
    type: 'webhook',
    url: endpointUrl(desired.endpoint),
    maxAlerts: desired.contactPoint.maxAlerts,
    disableResolveMessage: !desired.contactPoint.sendResolved,
    provenance: provenanceOf(desired),
    otherSettings: desired.access ? accessOf(desired.access) : {},
  };
}

/**
 * The heartbeat contact point that a person asked for; undefined without a heartbeat. It sends no resolved messages,
 * because IRM counts any message as a beat, that of a paused rule too (docs/stand-ins.md).
 */
export function heartbeatIntegrationOf(desired: DesiredConnection): Integration | undefined {
  return (
    desired.heartbeat && {
      uid: heartbeatUid(connectionId(desired.endpoint)),
      name: desired.heartbeat.contactPointName.trim(),
      type: 'webhook',
      url: desired.heartbeat.url,
      maxAlerts: 0,
      disableResolveMessage: true,
      provenance: provenanceOf(desired),
      otherSettings: {},
    }
  );
}

/** The always-firing rule that a person asked for, routed straight to the heartbeat contact point. */
export function heartbeatRuleOf(desired: DesiredConnection): HeartbeatRule | undefined {
  const { heartbeat } = desired;
  const id = connectionId(desired.endpoint);
  return (
    heartbeat && {
      uid: undefined,
      folderUid: heartbeat.folder?.uid ?? FOLDER.uid,
      ...(heartbeat.folder && { whereabouts: { folder: heartbeat.folder } }),
      group: ruleGroupOf(id),
      title: heartbeat.contactPointName.trim(),
      labels: { [CONNECTION_LABEL]: id, heartbeat: 'true', severity: 'none', [ORIGIN_LABEL]: ORIGIN },
      annotations: annotationsOf(heartbeat),
      scope: heartbeat.scope,
      receiver: heartbeat.contactPointName.trim(),
      muteTimings: [],
      activeTimings: [],
      isPaused: false,
      version: undefined,
      updatedAt: undefined,
      isHalfSaved: false,
      stored: undefined,
      query: undefined,
      provenance: provenanceOf(desired),
      ...heartbeat.timing,
    }
  );
}

/** What is asked for as locked is written through the provisioning API. */
const provenanceOf = ({ editability }: DesiredConnection): Provenance => (editability === 'locked' ? 'api' : 'none');

function annotationsOf({ interval, scope }: DesiredHeartbeat): Record<string, string> {
  const proves = scope.kind === 'dataSource' ? 'Grafana Alerting and its data source work' : 'Grafana Alerting works';
  return {
    summary: 'Heartbeat for Grafana IRM: this rule always fires, on purpose.',
    description:
      `Its notifications tell Grafana IRM that ${proves}. IRM raises an alert when none arrived for ` +
      `${formatDuration(interval)}. Pausing, silencing or rerouting this rule stops the heartbeat.`,
    [INTERVAL_ANNOTATION]: String(interval),
    runbook_url: MANUAL_PAGE,
  };
}
