import type { Result } from '../result';
import type { AlertState, FolderRules, GrafanaError, Timed } from './grafanaPort';

/** Where a rule stands. */
export interface RulePlace {
  uid: string;
  folderUid: string;
  /** The group's name as Grafana's older APIs write it. */
  group: string;
}

/** A folder and the one that it lies in; undefined at the top, or where that one cannot be seen. */
export interface FolderEntry {
  uid: string;
  title: string;
  parentUid: string | undefined;
}

type Answer<T> = Promise<Result<T, GrafanaError>>;

/** What is asked of Grafana about rules outside of the plugin's own folder, and about folders to choose from. */
export interface ElsewherePort {
  /** Rules of other folders are read and never written: the plugin's service account is kept from them. */
  readonly isOwnFolderOnly: boolean;
  /** The rules of one group; none for a group that is not there. `forbidden` where the folder may not be seen. */
  readRuleGroup(folderUid: string, group: string): Answer<FolderRules>;
  /** Undefined when there is no such rule; `forbidden` when its folder may not be seen. */
  placeOfRule(uid: string): Answer<RulePlace | undefined>;
  /**
   * Rules that choose one of these contact points themselves, paused ones included, in folders that may be seen. 12.3
   * has no filter for it, so that all rules are read there once.
   */
  locateRules(receivers: readonly string[]): Answer<Array<RulePlace & { receiver: string }>>;
  /** The alerts that are routed to one of these contact points, by rules or by policies. */
  alertsTo(receivers: readonly string[]): Answer<Timed<AlertState[]>>;
  /** All folders that may be seen; with a uid this one alone, and none when it is not there or hidden. */
  listFolders(uid?: string): Answer<FolderEntry[]>;
}
