import { suggestHeartbeatName } from '../../connection/desired/names';
import { heartbeatUrl } from '../../connection/endpoint/integrationPath';
import { readHeartbeatUrl } from '../../connection/endpoint/readHeartbeatUrl';
import type { DesiredConnection, DesiredHeartbeat } from '../../connection/model';
import { desiredFrom } from '../../connection/observed/desiredFrom';
import type { Connection } from '../../connection/observed/connections';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import { timingFormOf, timingOf, timingOfPreset, type TimingForm } from '../../ui/timing/timingForm';

/** What a person fills in. */
export interface HeartbeatForm extends TimingForm {
  url: string;
  contactPointName: string;
  scope: 'alerting' | 'dataSource';
  dataSourceUid: string;
}

/** The form as Grafana's objects fill it, with proposals for what does not exist yet. */
export function formFrom(connection: Connection, takenNames: readonly string[]): HeartbeatForm {
  const { rule, heartbeatContactPoint, alertContactPoint, interval = DEFAULT_HEARTBEAT_INTERVAL } = connection;
  const scope = rule?.scope.kind === 'dataSource' ? 'dataSource' : 'alerting';
  return {
    url: heartbeatContactPoint?.url ?? heartbeatUrl(connection.endpoint),
    contactPointName: heartbeatContactPoint?.name ?? suggestHeartbeatName(alertContactPoint?.name ?? 'IRM', takenNames),
    scope,
    dataSourceUid: rule?.scope.kind === 'dataSource' ? rule.scope.dataSourceUid : '',
    ...timingFormOf(rule ?? timingOfPreset('documented', interval), interval),
  };
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
  };
  return { ...desiredFrom(connection), heartbeat };
}
