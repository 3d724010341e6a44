import type {
  AlertRule,
  DirectRouting,
  LabelMatcher,
  NotificationPolicy,
  NotificationTiming,
} from '../../policies/types';

const NO_TIMING: NotificationTiming = { groupWait: undefined, groupInterval: undefined, repeatInterval: undefined };

/** A notification policy that takes every alert; `receiver` '' takes the contact point of the policy above. */
export const policy = (receiver: string, changes: Partial<NotificationPolicy> = {}): NotificationPolicy => ({
  ...NO_TIMING,
  receiver,
  matchers: [],
  continue: false,
  routes: [],
  ...changes,
});

/** An alert rule that follows the notification policies. */
export const rule = (changes: Partial<AlertRule> = {}): AlertRule => ({
  uid: 'disk',
  title: 'Disk full',
  folderUid: 'servers',
  folder: 'Servers',
  group: 'disks',
  evaluationInterval: 60,
  pendingPeriod: 300,
  isPaused: false,
  labels: { severity: 'critical' },
  heartbeatInterval: undefined,
  direct: undefined,
  policyTree: undefined,
  ...changes,
});

/** What a rule says that chooses its contact point itself. */
export const direct = (receiver: string, changes: Partial<DirectRouting> = {}): DirectRouting => ({
  ...NO_TIMING,
  receiver,
  ...changes,
});

/** A list of one matcher. */
export const is = (name: string, value: string, operator: LabelMatcher['operator'] = '='): LabelMatcher[] => [
  { name, operator, value },
];
