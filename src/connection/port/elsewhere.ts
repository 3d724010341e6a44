import type { DirectRouting } from '../policies/types';
import type { Result } from '../result';

/** Where a rule stands. */
export interface RulePlace {
  uid: string;
  folderUid: string;
  /** The group's name as Grafana's older APIs write it. */
  group: string;
}

/** A rule that chooses a contact point itself, and may hold its alerts back; `folder` is the folder's title. */
export interface LocatedRule extends RulePlace, Pick<DirectRouting, 'receiver' | 'muteTimings' | 'activeTimings'> {
  title: string;
  folder: string;
}

/** A folder and the one that it lies in; undefined at the top, or where that one cannot be seen. */
export interface FolderEntry {
  uid: string;
  title: string;
  parentUid: string | undefined;
}

/**
 * What is asked of Grafana about rules outside of the plugin's own folder, and about folders to choose from. The types of
 * its answers are the port's.
 */
export interface ElsewherePort<Rules, Alerts, Failure> {
  /** Rules of other folders are read and never written: the plugin's service account is kept from them. */
  readonly isOwnFolderOnly: boolean;
  /** The rules of one group; none for a group that is not there. `forbidden` where the folder may not be seen. */
  readRuleGroup(folderUid: string, group: string): Promise<Result<Rules, Failure>>;
  /** Undefined when there is no such rule; `forbidden` when its folder may not be seen. */
  placeOfRule(uid: string): Promise<Result<RulePlace | undefined, Failure>>;
  /**
   * Rules that choose one of these contact points themselves, paused ones included, in folders that may be seen. 12.3
   * has no filter for it, so that all rules are read there once.
   */
  locateRules(receivers: readonly string[]): Promise<Result<LocatedRule[], Failure>>;
  /** The alerts that are routed to one of these contact points, by rules or by policies. */
  alertsTo(receivers: readonly string[]): Promise<Result<Alerts, Failure>>;
  /** All folders that may be seen; with a uid this one alone, and none when it is not there or hidden. */
  listFolders(uid?: string): Promise<Result<FolderEntry[], Failure>>;
}
