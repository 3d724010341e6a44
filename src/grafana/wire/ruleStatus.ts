import * as v from 'valibot';
import type { RuleStatus } from '../../connection/port/grafanaPort';
import { withoutSecrets } from '../../transport/masking';
import { timeFromWire } from './time';

const rule = v.looseObject({
  uid: v.optional(v.string(), ''),
  name: v.string(),
  type: v.optional(v.string(), 'alerting'),
  state: v.optional(v.string(), 'unknown'),
  health: v.optional(v.string(), ''),
  lastError: v.nullish(v.string()),
  activeAt: v.nullish(v.string()),
  lastEvaluation: v.nullish(v.string()),
  isPaused: v.optional(v.boolean(), false),
});

/** Rules with their states, in Prometheus' form (state.json, "rules of the folder"). */
export const ruleStatusAnswer = v.looseObject({
  data: v.looseObject({
    groups: v.array(v.looseObject({ name: v.string(), folderUid: v.nullish(v.string()), rules: v.array(rule) })),
  }),
});

/** Keeps the alert rules of one folder: 12.3 answers all rules when it does not know the folder. */
export function ruleStatusesFromWire(answer: v.InferOutput<typeof ruleStatusAnswer>, folderUid: string): RuleStatus[] {
  return answer.data.groups
    .filter((group) => group.folderUid === folderUid)
    .flatMap((group) =>
      group.rules
        .filter(({ type }) => type === 'alerting')
        .map((status) => ({
          uid: status.uid,
          group: group.name,
          title: status.name,
          state: stateFromWire(status.state),
          health: status.health,
          lastError: status.lastError ? withoutSecrets(status.lastError) : undefined,
          activeAt: timeFromWire(status.activeAt),
          lastEvaluation: timeFromWire(status.lastEvaluation),
          isPaused: status.isPaused,
        }))
    );
}

function stateFromWire(state: string): RuleStatus['state'] {
  return state === 'firing' || state === 'pending' || state === 'inactive' ? state : 'unknown';
}
