/** What was last told to one integration about one alert group. */
export interface LogEntry {
  /** When the target had answered. */
  at: number;
  firing: string[];
  resolved: string[];
}

interface Told {
  firing: string[];
  resolved: string[];
}

export interface NotificationLog {
  /**
   * Whether a flush has something to say that the integration does not know, or must be reminded of. Nothing when it was
   * told something since the flush fell due: that might be newer than what this one knows (dispatcher-timing.json).
   */
  needsNotification(
    key: string,
    told: Told,
    options: { now: number; due: number; repeatMs: number; sendResolved: boolean }
  ): boolean;
  record(key: string, entry: LogEntry): void;
  save(): Array<[string, LogEntry]>;
  load(entries: Array<[string, LogEntry]>): void;
}

/** So long it is kept (docs/facts.md#the-gap-between-notifications); here nothing waits until the log is next cleared. */
const KEPT_MS = 432_000_000;

function isSubset(part: string[], whole: string[]): boolean {
  const known = new Set(whole);
  return part.every((fingerprint) => known.has(fingerprint));
}

type Needs = Parameters<NotificationLog['needsNotification']>[2];

function isNews(entry: LogEntry | undefined, { firing, resolved }: Told, { now, repeatMs, sendResolved }: Needs) {
  if (!entry) {
    return firing.length > 0;
  }
  if (!isSubset(firing, entry.firing)) {
    return true;
  }
  if (firing.length === 0) {
    return entry.firing.length > 0;
  }
  if (sendResolved && !isSubset(resolved, entry.resolved)) {
    return true;
  }
  return entry.at < now - repeatMs;
}

export function createNotificationLog(): NotificationLog {
  let entries = new Map<string, LogEntry>();
  return {
    needsNotification(key, told, needs) {
      const stored = entries.get(key);
      const entry = stored && needs.now - stored.at <= KEPT_MS ? stored : undefined;
      return isNews(entry, told, needs) && !(entry && entry.at > needs.due);
    },
    record: (key, entry) => void entries.set(key, entry),
    save: () => [...entries],
    load: (saved) => {
      entries = new Map(saved);
    },
  };
}
