import { suggestHeartbeatName } from '../../connection/desired';
import { heartbeatUrl, readHeartbeatUrl } from '../../connection/endpoint';
import type { DesiredConnection, DesiredHeartbeat, HeartbeatTiming } from '../../connection/model';
import { desiredFrom, type Connection } from '../../connection/observe';
import {
  DEFAULT_HEARTBEAT_INTERVAL,
  formatDuration,
  parseDuration,
  presets,
  type TimingPreset,
} from '../../connection/timing';

export type PresetId = TimingPreset['id'];

/** What a person fills in; durations as text in Prometheus form. */
export interface HeartbeatForm {
  /** Heartbeat interval as set in IRM, in seconds. */
  interval: number;
  url: string;
  contactPointName: string;
  scope: 'alerting' | 'dataSource';
  dataSourceUid: string;
  preset: PresetId | 'custom';
  timing: Record<keyof HeartbeatTiming, string>;
}

export const TIMING_FIELDS = [
  'evaluationInterval',
  'pendingPeriod',
  'groupWait',
  'groupInterval',
  'repeatInterval',
] as const satisfies ReadonlyArray<keyof HeartbeatTiming>;

/** The form as Grafana's objects fill it, with proposals for what does not exist yet. */
export function formFrom(connection: Connection, takenNames: readonly string[]): HeartbeatForm {
  const { rule, heartbeatContactPoint, alertContactPoint, interval = DEFAULT_HEARTBEAT_INTERVAL } = connection;
  const scope = rule?.scope.kind === 'dataSource' ? 'dataSource' : 'alerting';
  const timing = rule ?? timingOfPreset('documented', interval);
  return {
    interval,
    url: heartbeatContactPoint?.url ?? heartbeatUrl(connection.endpoint),
    contactPointName: heartbeatContactPoint?.name ?? suggestHeartbeatName(alertContactPoint?.name ?? 'IRM', takenNames),
    scope,
    dataSourceUid: rule?.scope.kind === 'dataSource' ? rule.scope.dataSourceUid : '',
    preset: presetOf(timing, interval),
    timing: timingTexts(timing),
  };
}

export function timingTexts(timing: HeartbeatTiming): HeartbeatForm['timing'] {
  return {
    evaluationInterval: formatDuration(timing.evaluationInterval),
    pendingPeriod: formatDuration(timing.pendingPeriod),
    groupWait: formatDuration(timing.groupWait),
    groupInterval: formatDuration(timing.groupInterval),
    repeatInterval: formatDuration(timing.repeatInterval),
  };
}

/** The timing in seconds, undefined while a field is no duration. */
export function timingOf(texts: HeartbeatForm['timing']): HeartbeatTiming | undefined {
  const [evaluationInterval, pendingPeriod, groupWait, groupInterval, repeatInterval] = TIMING_FIELDS.map((field) =>
    parseDuration(texts[field])
  );
  if (
    evaluationInterval === undefined ||
    pendingPeriod === undefined ||
    groupWait === undefined ||
    groupInterval === undefined ||
    repeatInterval === undefined
  ) {
    return undefined;
  }
  return { evaluationInterval, pendingPeriod, groupWait, groupInterval, repeatInterval };
}

/** The timing of a preset for one heartbeat interval in seconds. */
export function timingOfPreset(id: PresetId, interval: number): HeartbeatTiming {
  const preset = presets(interval).find((candidate) => candidate.id === id);
  if (!preset) {
    throw new Error(`there is no preset ${id}`);
  }
  return preset.timing;
}

function presetOf(timing: HeartbeatTiming, interval: number): HeartbeatForm['preset'] {
  const same = (other: HeartbeatTiming) => TIMING_FIELDS.every((field) => other[field] === timing[field]);
  return presets(interval).find((preset) => same(preset.timing))?.id ?? 'custom';
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
