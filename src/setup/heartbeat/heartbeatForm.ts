import { suggestHeartbeatName } from '../../connection/desired/names';
import { heartbeatUrl } from '../../connection/endpoint/integrationPath';
import { readHeartbeatUrl } from '../../connection/endpoint/readHeartbeatUrl';
import type { DesiredConnection, DesiredHeartbeat, FolderChoice } from '../../connection/model';
import type { Connection } from '../../connection/ownership/connections';
import { desiredFrom } from '../../connection/ownership/desiredFrom';
import type { EvaluationLimits } from '../../connection/timing/evaluation';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import { timingFormOf, timingOf, timingOfPreset, type TimingForm } from '../../ui/timing/timingForm';

/** What a person fills in. */
export interface HeartbeatForm extends TimingForm {
  url: string;
  contactPointName: string;
  scope: 'alerting' | 'dataSource';
  dataSourceUid: string;
  /** For a new rule; null is the plugin's own. */
  folder: FolderChoice | null;
}

/** What Grafana can hold only once the rule exists; no address, no token. */
export type HeartbeatChoices = Omit<HeartbeatForm, 'url' | 'contactPointName'>;

/**
 * The form as Grafana's objects fill it, with proposals for what does not exist yet. As long as there is no rule that
 * holds interval and scope, what the person chose earlier in this browser session does. The heartbeat address is the
 * one that IRM's API names, where it was read and is of this integration.
 */
export function formFrom(
  connection: Connection,
  takenNames: readonly string[],
  chosen: HeartbeatChoices | undefined,
  evaluation: EvaluationLimits,
  addressInIrm?: string
): HeartbeatForm {
  const { rule, heartbeatContactPoint, alertContactPoint } = connection;
  const base = {
    url: heartbeatContactPoint?.url ?? addressFor(connection, addressInIrm),
    contactPointName: heartbeatContactPoint?.name ?? suggestHeartbeatName(alertContactPoint?.name ?? 'IRM', takenNames),
  };
  if (!rule && chosen) {
    return { ...base, ...chosen };
  }
  const { interval = DEFAULT_HEARTBEAT_INTERVAL } = connection;
  return {
    ...base,
    folder: null,
    scope: rule?.scope.kind === 'dataSource' ? 'dataSource' : 'alerting',
    dataSourceUid: rule?.scope.kind === 'dataSource' ? rule.scope.dataSourceUid : '',
    ...timingFormOf(rule ?? timingOfPreset('documented', interval, evaluation), interval, evaluation),
  };
}

function addressFor({ endpoint }: Connection, addressInIrm: string | undefined): string {
  return addressInIrm !== undefined && readHeartbeatUrl(addressInIrm, endpoint).ok
    ? addressInIrm
    : heartbeatUrl(endpoint);
}

/** Whether everything but the interval is as the plugin proposes it, with either of its timings. */
export function isAsProposed(form: HeartbeatForm, connection: Connection, addressInIrm: string | undefined): boolean {
  const address = readHeartbeatUrl(form.url, connection.endpoint);
  const proposed = connection.heartbeatContactPoint?.url ?? addressFor(connection, addressInIrm);
  return (
    address.ok &&
    form.url === proposed &&
    form.contactPointName.trim() !== '' &&
    form.scope === 'alerting' &&
    form.folder === null &&
    form.preset !== 'custom'
  );
}

/** What the form asks for; the alert contact point stays as it is. Undefined while a field cannot be read. */
export function desiredOf(form: HeartbeatForm, connection: Connection): DesiredConnection | undefined {
  const timing = timingOf(form.timing);
  const address = readHeartbeatUrl(form.url, connection.endpoint);
  if (!timing || !address.ok) {
    return undefined;
  }
  const heartbeat: DesiredHeartbeat = {
    url: address.url,
    contactPointName: form.contactPointName.trim(),
    interval: form.interval,
    scope:
      form.scope === 'dataSource' ? { kind: 'dataSource', dataSourceUid: form.dataSourceUid } : { kind: 'alerting' },
    timing,
    ...(form.folder && { folder: form.folder }),
  };
  return { ...desiredFrom(connection), heartbeat };
}
