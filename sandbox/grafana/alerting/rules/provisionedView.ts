import { formatDuration } from '../duration';
import { inSeconds } from '../times';
import type { StoredRule } from './rule';
import type { RuleDraft } from './ruleInput';

interface Place {
  id: number;
  uid: string;
  folderUid: string;
  group: string;
  updated: string;
  provenance: string;
}

/** A rule as the provisioning API writes it. */
export function provisionedRule(draft: RuleDraft, place: Place): Record<string, unknown> {
  const { labels, annotations, notificationSettings, missingSeriesEvals, otherFields } = draft;
  return {
    id: place.id,
    uid: place.uid,
    orgID: 1,
    folderUID: place.folderUid,
    ruleGroup: place.group,
    title: draft.title,
    condition: draft.condition,
    data: draft.data,
    updated: place.updated,
    noDataState: draft.noDataState,
    execErrState: draft.execErrState,
    for: formatDuration(draft.pendingMs),
    keep_firing_for: formatDuration(draft.keepFiringMs),
    ...(annotations && { annotations }),
    ...(labels && { labels }),
    ...(place.provenance && { provenance: place.provenance }),
    isPaused: draft.isPaused,
    ...(notificationSettings && { notification_settings: notificationSettings }),
    ...(missingSeriesEvals !== undefined && { missingSeriesEvalsToResolve: missingSeriesEvals }),
    record: null,
    ...otherFields?.rule,
    ...otherFields?.alert,
  };
}

export function shownRule(rule: StoredRule): Record<string, unknown> {
  return provisionedRule(rule, { ...rule, updated: inSeconds(rule.updated) });
}
