import type { NotificationPolicy } from '../policies/types';
import type { FolderChoice } from '../model';
import type { RulePlace } from '../port/elsewhere';
import type { GrafanaError } from '../port/grafanaPort';

/** A heartbeat rule outside of the plugin's folder. */
export interface KnownPlace extends RulePlace {
  /** The heartbeat contact points to which it was found to send. */
  receivers: readonly string[];
  folder: FolderChoice;
}

/** What one reading knows of rules elsewhere, so that the next one need not search. */
export interface Elsewhere {
  places: readonly KnownPlace[];
  /** Rules that may not be seen, by their alerts; without a uid one that nobody could look for. */
  hidden: ReadonlyArray<{ uid: string | undefined; receiver: string; error: GrafanaError }>;
  /** When it was searched last, by the server's clock in epoch milliseconds, for which contact points, how often. */
  searched: { at: number; names: readonly string[]; times: number } | undefined;
  /** The notification policies, where a rule follows them. */
  policies: NotificationPolicy | undefined;
}
