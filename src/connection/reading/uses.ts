import type { NotificationPolicy } from '../policies/types';
import { FOLDER } from '../desired/objects';
import { isRealAlertPlace } from '../desired/realAlertMark';
import type { FolderCounts, GrafanaPort, GrafanaResult } from '../port/grafanaPort';
import { success } from '../result';

/** Who names a contact point. */
export interface ContactPointUses {
  /** The matchers on the way to each policy that names it, as text; '' for the default policy. */
  policies: string[];
  /** Rules of any folder that choose it themselves. */
  rules: Array<{ uid: string; title: string; folder: string }>;
}

/**
 * What a removal has to know beyond the shared reading: who uses the contact points, and what the folder holds beside
 * the rules. Read when a removal is looked at, never for a refresh: it grows with the organisation.
 */
export interface Surroundings {
  /** By name of the contact point. */
  uses: ReadonlyMap<string, ContactPointUses>;
  /** Policies that this person may not read; Grafana itself keeps what they use (409). */
  policiesAreHidden: boolean;
  /** Undefined when there is no folder. */
  folder: FolderCounts | undefined;
  /** The folder's content may not be read, so it counts as not empty. */
  folderIsHidden: boolean;
}

/**
 * Reads who uses these contact points and what the folder holds. What this person may not see is said in the answer;
 * any other failure is an error, because no removal may be planned on a part that was not read.
 */
export async function readSurroundings(port: GrafanaPort, names: readonly string[]): GrafanaResult<Surroundings> {
  const [policies, folder, rules] = await Promise.all([
    port.readPolicies(),
    port.folderCounts(FOLDER.uid),
    port.locateRules(names),
  ]);
  if (!policies.ok && policies.error.reason !== 'forbidden') {
    return policies;
  }
  if (!folder.ok && folder.error.reason !== 'forbidden') {
    return folder;
  }
  if (!rules.ok) {
    return rules;
  }
  // Those that fire a test for a moment end by themselves.
  const users = rules.value.filter((rule) => !isRealAlertPlace(rule));
  const uses = names.map((name): [string, ContactPointUses] => [
    name,
    {
      policies: policies.ok ? policiesUsing(policies.value, name) : [],
      rules: users
        .filter(({ receiver }) => receiver === name)
        .map(({ uid, title, folder }) => ({ uid, title, folder })),
    },
  ]);
  return success({
    uses: new Map(uses),
    policiesAreHidden: !policies.ok,
    folder: folder.ok ? folder.value : undefined,
    folderIsHidden: !folder.ok,
  });
}

/** Every policy that names a contact point, by the matchers on the way there. */
export function policiesUsing(policy: NotificationPolicy, name: string, way: readonly string[] = []): string[] {
  const own = policy.receiver === name ? [way.join(' › ')] : [];
  return [
    ...own,
    ...policy.routes.flatMap((route) =>
      policiesUsing(route, name, [
        ...way,
        route.matchers.map(({ name: label, operator, value }) => `${label}${operator}"${value}"`).join(', ') || '*',
      ])
    ),
  ];
}
