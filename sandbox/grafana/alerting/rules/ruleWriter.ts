import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock';
import type { SignedInUser } from '../../context';
import { shortUid } from '../../ids';
import type { StoredRule } from './rule';
import { changes, type RuleApi } from './ruleChange';
import { storedQueries, type RuleDraft } from './ruleInput';
import { settledPlace, type RulePlace } from './rulePlace';
import type { RuleStore } from './ruleStore';

interface Written extends RulePlace {
  api: RuleApi;
  provenance: string;
  editorSettings?: Record<string, unknown>;
}

/** Creates or updates a rule in the store. What changes nothing is not written: version and author stay. */
export type WriteRule = (draft: RuleDraft, place: Written, user: Pick<SignedInUser, 'uid' | 'login'>) => StoredRule;

/** False for a rule that is as it is wanted; true for one that is not there. */
export function wouldChange(
  store: RuleStore,
  draft: RuleDraft,
  { api, editorSettings, provenance: _, ...wanted }: Written
): boolean {
  const before = wanted.uid === undefined ? undefined : store.get(wanted.uid);
  return !before || changes(before, { draft, editorSettings, ...settledPlace(wanted, before, store) }, api);
}

export function createRuleWriter(clock: Clock, store: RuleStore): WriteRule {
  return (draft, how, user) => {
    const { api: _, provenance, editorSettings, ...wanted } = how;
    const before = wanted.uid === undefined ? undefined : store.get(wanted.uid);
    const place = settledPlace(wanted, before, store);
    if (before && !wouldChange(store, draft, how)) {
      return before;
    }
    const rule: StoredRule = {
      ...draft,
      ...place,
      data: storedQueries(draft.data),
      id: before?.id ?? store.nextId(),
      uid: wanted.uid ?? shortUid(),
      guid: before?.guid ?? randomUUID(),
      version: (before?.version ?? 0) + 1,
      provenance,
      updated: clock.now(),
      updatedBy: { uid: user.uid, name: user.login },
      editorSettings: editorSettings ?? before?.editorSettings ?? {},
    };
    store.put(rule);
    return rule;
  };
}
