import type { HeartbeatGroup } from './outageGroups';

/**
 * How an outage ended. `restored`: IRM saw beats again. `closed`: its alert group was closed before that, so it may
 * have lasted longer. `lasting`: beats are still missing. `unknown`: beats came again, and nothing tells when.
 */
type OutageEnd = 'restored' | 'closed' | 'lasting' | 'unknown';

/** A time without beats, as IRM noticed it: it began up to an interval earlier. Times are epoch milliseconds. */
export interface Outage {
  from: number;
  /** Undefined when the end is unknown, so that nothing of it counts. */
  to: number | undefined;
  end: OutageEnd;
  /** An alert group of it is open in IRM. */
  isOpen: boolean;
  /** Its alert groups, oldest first. */
  groups: Array<Pick<HeartbeatGroup, 'id' | 'link'>>;
}

export interface Span {
  from: number;
  to: number;
}

/**
 * The outages within a time, oldest first, none overlapping another.
 *
 * Templates that do not resolve a lost heartbeat leave its group open for ever, and may make a group of its own of the
 * news that beats came again (18-heartbeat-alerts.json, "restored: alert groups of webhook+templates"). An open group
 * is therefore no outage any more once such news, another loss or a delivered beat came after it.
 *
 * @param groups as IRM lists them, in any order
 * @param lastBeat the last beat that Grafana delivered, epoch milliseconds; undefined when none is remembered
 */
export function outagesOf(groups: readonly HeartbeatGroup[], span: Span, lastBeat: number | undefined): Outage[] {
  const oldestFirst = [...groups].sort((a, b) => a.createdAt - b.createdAt);
  const recoveries = oldestFirst.filter(isRecoveryAlone);
  const losses = oldestFirst.filter((group) => !isRecoveryAlone(group));
  const outages = losses.flatMap((group, index) => {
    const nextLoss = losses[index + 1]?.createdAt;
    const recovery = recoveries.find(({ createdAt }) => createdAt >= group.createdAt);
    const recoveredAt =
      recovery && (nextLoss === undefined || recovery.createdAt <= nextLoss) ? recovery.createdAt : undefined;
    const hasPassed = nextLoss !== undefined || (lastBeat !== undefined && lastBeat > newestLoss(group));
    return outagesOfGroup(group, span.to, recoveredAt, hasPassed);
  });
  return outages
    .flatMap((outage) => clipped(outage, span))
    .sort((a, b) => a.from - b.from)
    .reduce<Outage[]>(merged, []);
}

/** Nothing but the news that beats came again: templates did not put it where the loss stands. */
const isRecoveryAlone = ({ news, alertsCount }: HeartbeatGroup) => news === 'restored' && alertsCount <= 1;

/** A group that took in more than its first alert tells of its newest one alone. */
const newestLoss = ({ news, newsAt, alertsCount, createdAt }: HeartbeatGroup) =>
  news === 'lost' && alertsCount > 1 ? Math.max(createdAt, newsAt ?? createdAt) : createdAt;

function outagesOfGroup(
  group: HeartbeatGroup,
  now: number,
  recoveredAt: number | undefined,
  hasPassed: boolean
): Outage[] {
  const { id, link, createdAt, resolvedAt, alertsCount, news, newsAt } = group;
  const base = { from: createdAt, isOpen: resolvedAt === undefined, groups: [{ id, link }] };
  const unknown: Outage = { ...base, to: undefined, end: 'unknown' };
  if (news === 'restored') {
    // With more than two alerts several losses lie in it, and beats between them.
    const to = newsAt ?? resolvedAt;
    return [alertsCount > 2 || to === undefined ? unknown : { ...base, to, end: 'restored' }];
  }
  const from = newestLoss(group);
  const earlier = from > createdAt ? [unknown] : [];
  if (recoveredAt !== undefined && recoveredAt >= from) {
    return [...earlier, { ...base, from, to: recoveredAt, end: 'restored' }];
  }
  if (resolvedAt !== undefined) {
    return [...earlier, { ...base, from, to: resolvedAt, end: 'closed' }];
  }
  return [...earlier, hasPassed ? { ...unknown, from } : { ...base, from, to: now, end: 'lasting' }];
}

function clipped(outage: Outage, { from, to }: Span): Outage[] {
  // Clocks differ: what IRM opened a moment "after now" is of now.
  const start = Math.min(outage.from, to);
  if (outage.to === undefined) {
    return start < from ? [] : [{ ...outage, from: start }];
  }
  const end = Math.min(Math.max(outage.to, start), to);
  return end < from ? [] : [{ ...outage, from: Math.max(start, from), to: end }];
}

/** Joins an outage to those before it where they overlap. One of unknown length has none that could. */
function merged(before: Outage[], outage: Outage): Outage[] {
  const at = before.findLastIndex(({ to }) => to !== undefined);
  const last = before[at];
  if (last?.to === undefined || outage.from > last.to || (outage.from === last.to && outage.from !== last.from)) {
    return [...before, outage];
  }
  const isLater = outage.to !== undefined && outage.to > last.to;
  const joined: Outage = {
    ...last,
    ...(isLater && { to: outage.to, end: outage.end }),
    isOpen: last.isOpen || outage.isOpen,
    groups: [...last.groups, ...outage.groups],
  };
  return before.map((one, index) => (index === at ? joined : one));
}

export interface Uptime {
  /** From 0 to 1; with outages of unknown length it is at most that. */
  share: number;
  /** Milliseconds without beats, as far as they are known. */
  missing: number;
  /** Outages of unknown length, which count for nothing. */
  unknown: number;
}

/** For how much of a time beats arrived, judged by outages that lie within it and do not overlap. */
export function uptimeOf(outages: readonly Outage[], { from, to }: Span): Uptime {
  const missing = outages.reduce((sum, outage) => sum + Math.max(0, (outage.to ?? outage.from) - outage.from), 0);
  const whole = to - from;
  return {
    share: whole > 0 ? Math.min(1, Math.max(0, 1 - missing / whole)) : 1,
    missing,
    unknown: outages.filter(({ end }) => end === 'unknown').length,
  };
}
