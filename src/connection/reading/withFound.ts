import type { HeartbeatRule, Integration, OtherRule } from '../model';
import { FOLDER } from '../desired/objects';
import type { FolderRules } from '../port/grafanaPort';
import type { Elsewhere, KnownPlace } from './elsewhereTypes';
import { withoutRealAlerts } from '../desired/realAlertMark';
import type { GrafanaReading } from './reading';
import { sharedWith } from './sharedWith';

/** What a look at the objects found, without their statuses. */
export interface Found {
  integrations: readonly Integration[];
  /** Undefined where nobody looked at them. */
  rules: FolderRules | undefined;
  /** Groups of other folders that were looked at. */
  elsewhere?: readonly FoundGroup[];
}

/** A group outside of the plugin's folder. */
export interface FoundGroup {
  folderUid: string;
  group: string;
  rules: readonly HeartbeatRule[];
  otherRules: readonly OtherRule[];
}

/** A reading with the objects that were found since; statuses, deliveries and its time stay those of the reading. */
export function withFound(reading: GrafanaReading, { integrations, rules, elsewhere = [] }: Found): GrafanaReading {
  const { rules: problem, ...problems } = reading.problems;
  const isLooked = (rule: { folderUid: string; group: string }) =>
    rule.folderUid === FOLDER.uid
      ? rules !== undefined
      : elsewhere.some(({ folderUid, group }) => folderUid === rule.folderUid && group === rule.group);
  const { realAlertRules: testsBefore = [], ...before } = reading;
  const seen = withoutRealAlerts(rules?.rules ?? []);
  const realAlertRules = rules ? seen.realAlertRules : testsBefore;
  return sharedWith(reading, {
    ...before,
    integrations,
    ...(realAlertRules.length > 0 && { realAlertRules }),
    ...(rules && { folder: { state: rules.state, title: rules.title } }),
    rules: [
      ...seen.rules,
      ...reading.rules.filter((rule) => !isLooked(rule)),
      ...elsewhere.flatMap((group) => group.rules),
    ],
    otherRules: [
      ...(rules?.otherRules ?? []),
      ...reading.otherRules.filter((rule) => !isLooked(rule)),
      ...elsewhere.flatMap((group) => group.otherRules),
    ],
    problems: rules || !problem ? problems : { ...problems, rules: problem },
    ...(elsewhere.length > 0 && {
      elsewhere: withPlaces(
        reading.elsewhere,
        elsewhere.flatMap((group) => group.rules)
      ),
    }),
  });
}

/** What the next reading need not search for. */
function withPlaces(before: Elsewhere | undefined, rules: readonly HeartbeatRule[]): Elsewhere {
  const { places = [], ...rest } = before ?? {};
  const found = rules.flatMap((rule) => placeOf(rule) ?? []);
  return {
    hidden: [],
    searched: undefined,
    policies: undefined,
    ...rest,
    places: [...places.filter(({ uid }) => !found.some((one) => one.uid === uid)), ...found],
  };
}

function placeOf({ uid, folderUid, group, receiver, whereabouts, stored }: HeartbeatRule): KnownPlace | undefined {
  const wireGroup = stored?.['wireGroup'];
  return uid === undefined || !whereabouts
    ? undefined
    : {
        ...{ uid, folderUid, group: typeof wireGroup === 'string' ? wireGroup : group },
        receivers: [receiver || (whereabouts.routedTo ?? '')],
        folder: whereabouts.folder,
      };
}
