import type { NotificationSettings, Rules } from '../../context';
import { timesOf } from '../../receivers/usage';
import type { StoredRule } from './rule';

interface RuleGroupKey {
  folderUid: string;
  name: string;
}

export interface RuleStore extends Rules {
  get(uid: string): StoredRule | undefined;
  all(): StoredRule[];
  inFolder(folderUid: string): StoredRule[];
  /** The rules of a group in their order. */
  inGroup(key: RuleGroupKey): StoredRule[];
  nextId(): number;
  put(rule: StoredRule): void;
  remove(uid: string): void;
  /** For each that evaluates: uids of the rules that were put or removed since it asked last. */
  follow(): () => Set<string>;
  directSettings(): NotificationSettings[];
  save(): SavedRules;
  load(saved: SavedRules): void;
}

export interface SavedRules {
  rules: StoredRule[];
  lastId: number;
}

/** Whom Grafana names as the author of changes that follow a renamed contact point. */
const ALERTING_ITSELF = { uid: '__alerting__', name: 'service' };

function groupId({ folderUid, name }: RuleGroupKey): string {
  return JSON.stringify([folderUid, name]);
}

function groupOf(rule: StoredRule): string {
  return groupId({ folderUid: rule.folderUid, name: rule.group });
}

export function createRuleStore(): RuleStore {
  const rules = new Map<string, StoredRule>();
  const groups = new Map<string, Set<string>>();
  const followers: Array<Set<string>> = [];
  let lastId = 0;

  const noteChange = (uid: string) => followers.forEach((changed) => changed.add(uid));

  function leaveGroup(rule: StoredRule) {
    const members = groups.get(groupOf(rule));
    members?.delete(rule.uid);
    if (members?.size === 0) {
      groups.delete(groupOf(rule));
    }
  }

  function put(rule: StoredRule) {
    const before = rules.get(rule.uid);
    if (before && groupOf(before) !== groupOf(rule)) {
      leaveGroup(before);
    }
    rules.set(rule.uid, rule);
    const members = groups.get(groupOf(rule)) ?? new Set();
    groups.set(groupOf(rule), members.add(rule.uid));
    noteChange(rule.uid);
  }

  const all = () => [...rules.values()];
  const inGroup = (key: RuleGroupKey) =>
    [...(groups.get(groupId(key)) ?? [])]
      .flatMap((uid) => rules.get(uid) ?? [])
      .sort((a, b) => a.index - b.index || a.id - b.id);

  return {
    count: () => rules.size,
    get: (uid) => rules.get(uid),
    all,
    inFolder: (folderUid) => all().filter((rule) => rule.folderUid === folderUid),
    inGroup,
    nextId: () => (lastId += 1),
    put,
    remove(uid) {
      const rule = rules.get(uid);
      if (rule) {
        leaveGroup(rule);
        rules.delete(uid);
        noteChange(uid);
      }
    },
    follow() {
      const changed = new Set(rules.keys());
      followers.push(changed);
      return () => {
        const taken = new Set(changed);
        changed.clear();
        return taken;
      };
    },
    directSettings: () => all().flatMap((rule) => rule.notificationSettings ?? []),
    usingReceivers: () => {
      const uids = new Map<string, string[]>();
      for (const { uid, notificationSettings } of all()) {
        if (notificationSettings?.receiver) {
          const { receiver } = notificationSettings;
          uids.set(receiver, [...(uids.get(receiver) ?? []), uid]);
        }
      }
      return uids;
    },
    usingTimeInterval: (name) =>
      all()
        .filter(({ notificationSettings }) => timesOf(notificationSettings ?? {}).includes(name))
        .map((rule) => rule.uid),
    renameReceiver(from, to) {
      for (const rule of all()) {
        if (rule.notificationSettings?.receiver === from) {
          const notificationSettings = { ...rule.notificationSettings, receiver: to };
          put({ ...rule, notificationSettings, version: rule.version + 1, updatedBy: ALERTING_ITSELF });
        }
      }
    },
    save: () => ({ rules: all(), lastId }),
    load(saved) {
      all().forEach(({ uid }) => noteChange(uid));
      rules.clear();
      groups.clear();
      lastId = saved.lastId;
      saved.rules.forEach(put);
    },
  };
}
