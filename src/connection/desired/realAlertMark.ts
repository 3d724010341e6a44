import { FOLDER } from './objects';
import type { HeartbeatRule } from '../model';
import { shortened } from '../shortened';

/** Annotation of a rule that fires one real alert: whoever looks knows why, whatever became of its page. */
export const REAL_ALERT_ANNOTATION = 'irm_connect_real_alert';

/** What a real alert writes down on its rule. Times are epoch milliseconds of the server, kept to the second. */
export interface RealAlertMark {
  startedAt: number;
  /** From then on it counts as left behind, and whoever sees it may end it. */
  until: number;
  /** When notifications leave, as was reckoned before; seconds. */
  groupWait: number;
  groupInterval: number;
  /** Id of the connection that it is to reach. */
  connection: string;
  /** Who began it, for people. */
  by: string;
}

const MARK =
  /^(\S+Z), until (\S+Z), group wait (\d+) s, group interval (\d+) s, connection ([0-9a-f]{10})(?:, by (.*))?$/;

/** As text that people understand, too. */
export function markText({ startedAt, until, groupWait, groupInterval, connection, by }: RealAlertMark): string {
  const timing = `group wait ${groupWait} s, group interval ${groupInterval} s`;
  const who = plainText(by);
  return `${toSecond(startedAt)}, until ${toSecond(until)}, ${timing}, connection ${connection}${who && `, by ${who}`}`;
}

/** The mark of a real alert; undefined without one, or when somebody wrote something else there. */
export function realAlertMarkOf({ annotations }: Pick<HeartbeatRule, 'annotations'>): RealAlertMark | undefined {
  const found = MARK.exec(annotations[REAL_ALERT_ANNOTATION] ?? '');
  const [, started = '', until = '', groupWait, groupInterval, connection = '', by = ''] = found ?? [];
  const times = { startedAt: Date.parse(started), until: Date.parse(until) };
  return !found || Number.isNaN(times.startedAt) || Number.isNaN(times.until)
    ? undefined
    : { ...times, groupWait: Number(groupWait), groupInterval: Number(groupInterval), connection, by };
}

/** Grafana would take braces in an annotation for a template, and refuses the rule when it is none. */
export const plainText = (text: string): string => shortened(text.replace(/[{}\s]+/g, ' ').trim(), 100);

const toSecond = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

/** Never a number alone in the end, by which a heartbeat's group would be told (`withNumber`). */
export const realAlertGroup = (connection: string, testId: string): string =>
  `irmc-${connection}-test-${testId.replace(/^irmc-/, '').slice(0, 6)}x`;

const GROUP = /^irmc-[0-9a-f]{10}-test-[0-9a-z]+$/;

/** A rule that fires a real alert: in the plugin's folder, in a group that only the plugin names so, with its mark. */
export const isRealAlertRule = (rule: Pick<HeartbeatRule, 'folderUid' | 'group' | 'annotations'>): boolean =>
  isRealAlertPlace(rule) && realAlertMarkOf(rule) !== undefined;

/** The same where annotations are not known: nobody but the plugin names a group so. */
export const isRealAlertPlace = ({ folderUid, group }: Pick<HeartbeatRule, 'folderUid' | 'group'>): boolean =>
  folderUid === FOLDER.uid && GROUP.test(group);

/** Parts the rules of real alerts from all others, which are what connections are made of. */
export function withoutRealAlerts(rules: readonly HeartbeatRule[]): {
  rules: readonly HeartbeatRule[];
  realAlertRules: readonly HeartbeatRule[];
} {
  const realAlertRules = rules.filter(isRealAlertRule);
  return realAlertRules.length === 0
    ? { rules, realAlertRules }
    : { rules: rules.filter((rule) => !isRealAlertRule(rule)), realAlertRules };
}
