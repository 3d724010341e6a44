import * as z from '../../transport/zod';
import type { AlertState } from '../../connection/port/grafanaPort';
import { timeFromWire } from './time';

const texts = z.nullish(z.array(z.string()));

/** Alerts of the Alertmanager (state.json, "alerts of the rule", "… while silenced"). */
export const alertList = z.array(
  z.looseObject({
    labels: z._default(z.record(z.string(), z.string()), {}),
    status: z.looseObject({ state: z.string(), silencedBy: texts, inhibitedBy: texts }),
    receivers: z.nullish(z.array(z.looseObject({ name: z.string() }))),
    startsAt: z.nullish(z.string()),
    updatedAt: z.nullish(z.string()),
  })
);

export function alertFromWire({ labels, status, ...alert }: z.infer<typeof alertList>[number]): AlertState {
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
