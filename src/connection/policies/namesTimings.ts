import type { NotificationPolicy } from './types';

type Timed = Partial<Pick<NotificationPolicy, 'muteTimings' | 'activeTimings' | 'routes'>>;

/** Whether a rule or a policy, or one below it, names time intervals. */
export const namesTimings = ({ muteTimings, activeTimings, routes }: Timed): boolean =>
  [muteTimings, activeTimings].some((names) => names && names.length > 0) || (routes?.some(namesTimings) ?? false);
