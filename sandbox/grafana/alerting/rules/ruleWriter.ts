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

export function createRuleWriter(clock: Clock, store: RuleStore): WriteRule {
  return (draft, { api, provenance, editorSettings, ...wanted }, user) => {
    const before = wanted.uid === undefined ? undefined : store.get(wanted.uid);
    const place = settledPlace(wanted, before, store);
    if (before && !changes(before, { draft, editorSettings, provenance, ...place }, api)) {
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
