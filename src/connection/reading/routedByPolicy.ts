import { cadencesOf } from '../coverage/cadencesOf';
import { compilePolicies } from '../policies/compilePolicies';
import type { NotificationPolicy } from '../policies/types';
import { type HeartbeatRule, type FolderChoice } from '../model';

interface Place {
  folder: FolderChoice;
}

/**
 * A rule without a contact point of its own, with the timing of the policy that leads it to this one; undefined where
 * the policies do not.
 */
export function routedByPolicy(
  rule: HeartbeatRule,
  place: Place,
  receiver: string,
  policies: NotificationPolicy
): HeartbeatRule | undefined {
  const timing = wayTo(rule, place, receiver, policies)?.timing;
  if (!timing) {
    return undefined;
  }
  const { groupWait, groupInterval, repeatInterval } = timing;
  return { ...rule, groupWait, groupInterval, repeatInterval };
}

/** Whether the policies would still lead the rule to this contact point, and as often, with other labels. */
export function leadsAlike(rule: HeartbeatRule, changed: HeartbeatRule, policies: NotificationPolicy): boolean {
  const { folder, routedTo = '' } = rule.whereabouts ?? {};
  const place = { folder: folder ?? { uid: rule.folderUid, path: '', parents: [] } };
  const waysOf = (one: HeartbeatRule) => JSON.stringify(wayTo(one, place, routedTo, policies) ?? null);
  return waysOf(rule) === waysOf(changed);
}

function wayTo(
  { uid = '', title, folderUid, group, labels, isPaused, ...timing }: HeartbeatRule,
  { folder }: Place,
  receiver: string,
  policies: NotificationPolicy
) {
  const ways = cadencesOf(
    {
      ...{ uid, title, folderUid, group, labels, isPaused },
      ...{ folder: folder.path, heartbeatInterval: undefined, direct: undefined, policyTree: undefined },
      evaluationInterval: timing.evaluationInterval,
      pendingPeriod: timing.pendingPeriod,
    },
    { labelSets: [], areAll: true },
    compilePolicies(policies)
  );
  const [way] = ways
    .flatMap((one) => (one.kind === 'policy' && one.receiver === receiver ? one : []))
    .sort((a, b) => Number(b.isCertain) - Number(a.isCertain));
  return way && { path: way.path, timing: way.timing };
}
