import type { Plan } from '../plan/types';

/** What an action leads to beyond Grafana's objects, to be said before it is done. Seconds. */
export type Consequence =
  /** IRM raises an alert group so long after the last beat, unless beats come again. */
  | { code: 'irmAlertsAfter'; least: number; greatest: number }
  /** The next beat leaves within so long. */
  | { code: 'beatsAgainWithin'; greatest: number }
  /** IRM has to be told the new heartbeat interval by hand; its public API cannot set it. */
  | { code: 'setIntervalInIrm'; interval: number }
  /** The old integration waits for beats that no longer come: reset its heartbeat in IRM. */
  | { code: 'resetOldHeartbeat' }
  | { code: 'resetHeartbeat' }
  /** Grafana changes the name in policies and rules by itself; what stands outside of Grafana stays as it is. */
  | { code: 'renamesReferences'; from: string; to: string }
  /** The connection's id changes with its endpoint; uids and the rule's group keep the old one. */
  | { code: 'idChanges'; from: string; to: string }
  /** Another connection sends to the new endpoint already; the two become one. */
  | { code: 'joinsConnection'; name: string }
  /** What people made by hand stays. */
  | { code: 'handMadeStays'; names: string[] }
  /** The rule made by hand that sends to this contact point stays, so that beats come twice until it is removed. */
  | { code: 'otherRuleStays' };

/** An action as data: what it would change, and what else follows from it. Its undo is told by `undoOf` afterwards. */
export interface ActionPlan {
  /** Carried out with `applyPlan`; blocked or without a change when there is nothing that can be done. */
  plan: Plan;
  consequences: Consequence[];
}
