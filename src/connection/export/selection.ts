import type { HeartbeatRule, Integration } from '../model';
import { integrationsOf } from './addresses';
import type { ExportNote, ExportSubject } from './types';

/** The objects of the connections that are exported, as the plugin has read them. */
export interface Selection {
  /** By uid. */
  integrations: ReadonlyMap<string, Integration>;
  /** By name of the contact point: the first of its integrations that is of a connection. */
  contactPoints: ReadonlyMap<string, Integration>;
  /** By uid. */
  rules: ReadonlyMap<string, HeartbeatRule>;
  /** By `groupKey`. */
  groups: ReadonlyMap<string, readonly HeartbeatRule[]>;
}

/** Groups of one name may stand in several folders. */
export const groupKey = (folderUid: string, group: string): string => JSON.stringify([folderUid, group]);

/** What of Grafana belongs to these connections, by the names under which exports list it. */
export function selectionOf({ connections }: Pick<ExportSubject, 'connections'>): Selection {
  const ours = connections.flatMap(integrationsOf);
  const rules = connections.flatMap(({ rule, otherRules }) => [...(rule ? [rule] : []), ...otherRules]);
  const groups = new Map<string, HeartbeatRule[]>();
  for (const rule of rules) {
    const key = groupKey(rule.folderUid, rule.group);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return {
    groups,
    integrations: new Map(ours.map((one) => [one.uid, one])),
    contactPoints: new Map([...ours].reverse().map((one) => [one.name, one])),
    rules: new Map(rules.flatMap((rule) => (rule.uid === undefined ? [] : [[rule.uid, rule]]))),
  };
}

/** Uids of the folders that hold rules of the connections. */
export const foldersOf = ({ rules }: Selection): string[] => [
  ...new Set([...rules.values()].map(({ folderUid }) => folderUid)),
];

/** What is wanted and was not exported, and what has to be there before. */
export function notesOn(
  { contactPoints, rules }: Selection,
  exported: { contactPoints: ReadonlySet<string>; rules: ReadonlySet<string> }
): ExportNote[] {
  const missing: ExportNote[] = [
    ...[...contactPoints.keys()]
      .filter((name) => !exported.contactPoints.has(name))
      .map((name) => ({ kind: 'missing', object: 'contactPoint', name }) as const),
    ...[...rules.values()]
      .filter(({ uid = '' }) => !exported.rules.has(uid))
      .map(({ title }) => ({ kind: 'missing', object: 'rule', name: title }) as const),
  ];
  const intervals = new Set([...rules.values()].flatMap((rule) => [...rule.muteTimings, ...rule.activeTimings]));
  return [...missing, ...(intervals.size > 0 ? [{ kind: 'timeIntervals', names: [...intervals] } as const] : [])];
}
