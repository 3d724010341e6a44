import type { HeartbeatTiming } from '../../connection/model';
import type { EvaluationLimits } from '../../connection/timing/evaluation';
import { formatDuration, parseDuration } from '../../connection/timing/duration';
import { presets, type TimingPreset } from '../../connection/timing/presets';

export type PresetId = TimingPreset['id'];

/** What a person fills in for a heartbeat's timing; durations as text in Prometheus form. */
export interface TimingForm {
  /** Heartbeat interval as set in IRM, in seconds. */
  interval: number;
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

/** The form for a timing and a heartbeat interval, both in seconds. */
export function timingFormOf(timing: HeartbeatTiming, interval: number, evaluation: EvaluationLimits): TimingForm {
  const same = (other: HeartbeatTiming) => TIMING_FIELDS.every((field) => other[field] === timing[field]);
  const preset = presets(interval, evaluation).find((candidate) => same(candidate.timing))?.id ?? 'custom';
  return { interval, preset, timing: textsOf(timing) };
}

/** A preset brings its values along; "custom" leaves them as they are. */
export function withPreset(form: TimingForm, preset: TimingForm['preset'], evaluation: EvaluationLimits): TimingForm {
  return {
    ...form,
    preset,
    timing: preset === 'custom' ? form.timing : textsOf(timingOfPreset(preset, form.interval, evaluation)),
  };
}

/** Another heartbeat interval (seconds) has other presets; values by hand stay. */
export const withInterval = (form: TimingForm, interval: number, evaluation: EvaluationLimits): TimingForm =>
  withPreset({ ...form, interval }, form.preset, evaluation);

/** One value by hand. */
export const withValue = (form: TimingForm, field: keyof HeartbeatTiming, text: string): TimingForm => ({
  ...form,
  preset: 'custom',
  timing: { ...form.timing, [field]: text },
});

/** The timing in seconds, undefined while a field is no duration. */
export function timingOf(texts: TimingForm['timing']): HeartbeatTiming | undefined {
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
export function timingOfPreset(id: PresetId, interval: number, evaluation: EvaluationLimits): HeartbeatTiming {
  const preset = presets(interval, evaluation).find((candidate) => candidate.id === id);
  if (!preset) {
    throw new Error(`there is no preset ${id}`);
  }
  return preset.timing;
}

function textsOf(timing: HeartbeatTiming): TimingForm['timing'] {
  return {
    evaluationInterval: formatDuration(timing.evaluationInterval),
    pendingPeriod: formatDuration(timing.pendingPeriod),
    groupWait: formatDuration(timing.groupWait),
    groupInterval: formatDuration(timing.groupInterval),
    repeatInterval: formatDuration(timing.repeatInterval),
  };
}
