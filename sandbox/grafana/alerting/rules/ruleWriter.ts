import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock';
import type { SignedInUser } from '../../context';
import { shortUid } from '../../ids';
import type { StoredRule } from './rule';
import { storedQueries, type RuleDraft } from './ruleInput';
import type { RuleStore } from './ruleStore';

export interface RulePlace {
  uid?: string;
  folderUid: string;
  group: string;
  /** Undefined: the group's own, or a minute for a new group. */
  intervalSeconds?: number;
  /** Undefined: where it is, or after the others. */
  index?: number;
  provenance: string;
  editorSettings?: Record<string, unknown>;
}

export type WriteRule = (draft: RuleDraft, place: RulePlace, user: SignedInUser) => StoredRule;

const DEFAULT_INTERVAL_SECONDS = 60;

/** Creates or updates a rule in the store. */
export function createRuleWriter(clock: Clock, store: RuleStore): WriteRule {
  return (draft, place, user) => {
    const before = place.uid === undefined ? undefined : store.get(place.uid);
    const others = store
      .inGroup({ folderUid: place.folderUid, name: place.group })
      .filter(({ uid }) => uid !== place.uid);
    const stays = before?.folderUid === place.folderUid && before.group === place.group;
    const rule: StoredRule = {
      ...draft,
      data: storedQueries(draft.data),
      id: before?.id ?? store.nextId(),
      uid: place.uid ?? shortUid(),
      guid: before?.guid ?? randomUUID(),
      version: (before?.version ?? 0) + 1,
      folderUid: place.folderUid,
      group: place.group,
      index: place.index ?? (stays ? before.index : Math.max(0, ...others.map(({ index }) => index)) + 1),
      intervalSeconds:
        place.intervalSeconds ??
        others[0]?.intervalSeconds ??
        (stays ? before.intervalSeconds : DEFAULT_INTERVAL_SECONDS),
      provenance: place.provenance,
      updated: clock.now(),
      updatedBy: { uid: user.uid, name: user.login },
      editorSettings: place.editorSettings ?? before?.editorSettings ?? {},
    };
    store.put(rule);
    return rule;
  };
}
