import { parseDuration } from '../alerting/duration';
import type { NotificationPolicy, TimeIntervals } from '../context';
import type { ReceiverStore } from '../receivers/store';
import { allPolicies, timesOf } from '../receivers/usage';

export interface Known {
  receivers: ReceiverStore;
  timeIntervals: TimeIntervals;
}

/** What Grafana finds wrong with a policy tree. The words on receivers are recorded, the others read. */
export function invalidPolicy(tree: NotificationPolicy, { receivers, timeIntervals }: Known): string | undefined {
  if (!tree.receiver) {
    return 'root route must specify a default receiver';
  }
  if ((tree.object_matchers?.length ?? 0) + (tree.matchers?.length ?? 0) > 0) {
    return 'root route must not have any matchers';
  }
  if (timesOf(tree).length > 0) {
    return 'root route must not have any mute or active time intervals';
  }
  const policies = allPolicies(tree);
  const grouping = policies.map(({ group_by = [] }) => badGrouping(group_by)).find((problem) => problem !== undefined);
  if (grouping !== undefined) {
    return grouping;
  }
  const isZero = (text = '') => parseDuration(text) === 0;
  if (policies.some(({ group_interval }) => isZero(group_interval))) {
    return 'group_interval cannot be zero';
  }
  if (policies.some(({ repeat_interval }) => isZero(repeat_interval))) {
    return 'repeat_interval cannot be zero';
  }
  const unknown = policies.flatMap(timesOf).find((name) => !timeIntervals.has(name));
  if (unknown !== undefined) {
    return `time interval '${unknown}' does not exist`;
  }
  const missing = policies.find(({ receiver }) => receiver && !receivers.hasReceiver(receiver));
  return missing && `receiver '${missing.receiver}' does not exist`;
}

function badGrouping(labels: string[]): string | undefined {
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice !== undefined) {
    return `duplicated label "${twice}" in group_by`;
  }
  return labels.includes('...') && labels.length > 1
    ? 'cannot have wildcard group_by (`...`) and other labels at the same time'
    : undefined;
}

export function invalidFormat(problem: string) {
  return {
    statusCode: 400 as const,
    messageId: 'alerting.notifications.routes.invalidFormat',
    message: `Invalid format of the submitted route: ${problem}. Correct the payload and try again.`,
    extra: { Error: problem },
  };
}
