import type { Clock } from '../../../clock';
import { createNotificationLog, type LogEntry, type NotificationLog } from './notificationLog';
import { createSilences, type Silence, type Silences } from './silences';

/** Each Alertmanager waits so long for every one before it (docs/facts.md#replicas-of-one-grafana). */
const PEER_WAIT_MS = 15_000;
/**
 * So long a peer that was killed keeps its place. With it and a repeat interval of 10 s the next beat after `kill -9` of
 * the sender comes 11 to 27 s after the last one; 25 s were measured.
 */
const DEATH_NOTICED_MS = 10_000;

export interface ClusterState {
  log: Array<[string, LogEntry]>;
  silences: Silence[];
}

/** One Alertmanager as its peers see it. */
export interface Peer {
  /** How long it waits before it sends. */
  waitMs(): number;
  /** An attempt failed, whether or not the next peer will try too. */
  noteFailure(key: string): void;
  /**
   * While those before it try in vain, the second peer tries as well and the third does not (measured on 12.4.0 with an
   * IRM that answered 500; why was not seen).
   */
  leavesItToOthers(key: string, since: number): boolean;
  leave(kind: 'graceful' | 'kill'): void;
}

/**
 * What Alertmanagers that gossip hold in common: the log of what was sent and the silences. One that is alone is a
 * cluster of one. The oldest member has the first place.
 */
export interface Cluster {
  readonly log: NotificationLog;
  readonly silences: Silences;
  join(): Peer;
  /** Writes down what a kill of the last member leaves. */
  keep(): void;
  save(): ClusterState;
  load(saved: ClusterState): void;
}

interface Member {
  diedAt?: number;
}

export function createCluster(clock: Clock): Cluster {
  const log = createNotificationLog();
  const silences = createSilences();
  const failures = new Map<string, { at: number; by: Member }>();
  let members: Member[] = [];
  let kept: ClusterState = { log: [], silences: [] };

  const save = (): ClusterState => ({ log: log.save(), silences: silences.save() });

  function load(saved: ClusterState) {
    kept = saved;
    log.load(saved.log);
    silences.load(saved.silences);
  }

  function placeOf(member: Member): number {
    const now = clock.now();
    members = members.filter(({ diedAt }) => diedAt === undefined || now - diedAt < DEATH_NOTICED_MS);
    return Math.max(0, members.indexOf(member));
  }

  return {
    log,
    silences,
    save,
    load,
    keep() {
      kept = save();
    },
    join() {
      const member: Member = {};
      members.push(member);
      return {
        waitMs: () => (members.length > 1 ? placeOf(member) * PEER_WAIT_MS : 0),
        noteFailure: (key) => void failures.set(key, { at: clock.now(), by: member }),
        leavesItToOthers(key, since) {
          const failure = failures.get(key);
          return placeOf(member) >= 2 && failure !== undefined && failure.by !== member && failure.at >= since;
        },
        leave(kind) {
          if (kind === 'kill') {
            member.diedAt = clock.now();
          } else {
            members = members.filter((other) => other !== member);
          }
          if (members.every(({ diedAt }) => diedAt !== undefined)) {
            members = [];
            load(kind === 'graceful' ? save() : kept);
          }
        },
      };
    },
  };
}
