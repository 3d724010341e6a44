import type { StoredRule } from './rule';
import type { RuleStore } from './ruleStore';

export interface RulePlace {
  uid?: string;
  folderUid: string;
  group: string;
  /** Undefined: the group's own, or a minute for a new group. */
  intervalSeconds?: number;
  /** Undefined: where it is, or after the others. */
  index?: number;
}

const DEFAULT_INTERVAL_SECONDS = 60;

/** Fills in what a request left open about where a rule stands. */
export function settledPlace(place: RulePlace, before: StoredRule | undefined, store: RuleStore) {
  const { uid, folderUid, group } = place;
  const others = store.inGroup({ folderUid, name: group }).filter((rule) => rule.uid !== uid);
  const here = before?.folderUid === folderUid && before.group === group ? before : undefined;
  const last = Math.max(0, ...others.map(({ index }) => index));
  const groupSeconds = others[0]?.intervalSeconds ?? here?.intervalSeconds ?? DEFAULT_INTERVAL_SECONDS;
  return {
    folderUid,
    group,
    index: place.index ?? here?.index ?? last + 1,
    intervalSeconds: place.intervalSeconds ?? groupSeconds,
  };
}
