import * as v from 'valibot';
import { mapOf } from '../../transport/forms';
import type { AlertState } from '../../connection/port/grafanaPort';
import { timeFromWire } from './time';

const texts = v.nullish(v.array(v.string()));

/** Alerts of the Alertmanager (state.json, "alerts of the rule", "… while silenced"). */
export const alertList = v.array(
  v.looseObject({
    labels: v.optional(mapOf(v.string()), {}),
    status: v.looseObject({ state: v.string(), silencedBy: texts, inhibitedBy: texts }),
    receivers: v.nullish(v.array(v.looseObject({ name: v.string() }))),
    startsAt: v.nullish(v.string()),
    updatedAt: v.nullish(v.string()),
  })
);

export function alertFromWire({ labels, status, ...alert }: v.InferOutput<typeof alertList>[number]): AlertState {
  return {
    ruleUid: labels['__alert_rule_uid__'] ?? '',
    state: status.state === 'active' || status.state === 'suppressed' ? status.state : 'unprocessed',
    silencedBy: status.silencedBy ?? [],
    inhibitedBy: status.inhibitedBy ?? [],
    receivers: (alert.receivers ?? []).map(({ name }) => name),
    startsAt: timeFromWire(alert.startsAt),
    updatedAt: timeFromWire(alert.updatedAt),
  };
}
