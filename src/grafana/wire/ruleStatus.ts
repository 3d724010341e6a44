import * as z from '../../transport/zod';
import type { RuleStatus } from '../../connection/port/grafanaPort';
import { withoutSecrets } from '../../transport/masking';
import { timeFromWire } from './time';

const rule = z.looseObject({
  uid: z._default(z.string(), ''),
  name: z.string(),
  type: z._default(z.string(), 'alerting'),
  state: z._default(z.string(), 'unknown'),
  health: z._default(z.string(), ''),
  lastError: z.nullish(z.string()),
  activeAt: z.nullish(z.string()),
  lastEvaluation: z.nullish(z.string()),
  isPaused: z._default(z.boolean(), false),
});

/** Rules with their states, in Prometheus' form (state.json, "rules of the folder"). */
export const ruleStatusAnswer = z.looseObject({
  data: z.looseObject({
    groups: z.array(z.looseObject({ name: z.string(), folderUid: z.nullish(z.string()), rules: z.array(rule) })),
  }),
});

/** Keeps the alert rules of one folder: 12.3 answers all rules when it does not know the folder. */
export function ruleStatusesFromWire(answer: z.infer<typeof ruleStatusAnswer>, folderUid: string): RuleStatus[] {
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
