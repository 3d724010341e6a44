import { useQuery, useQueryClient } from '@tanstack/react-query';
import { doorsOf, grantedBy, type Doors, type Granted, type Permissions } from '../../connection/plan/granted';
import { OPENS_PLUGINS } from '../../grafana/permissions';
import { valueOrThrow, type QueryFailure } from './queryFailure';
import { useServices } from './services';
import type { Actor } from './createServices';

/** Rights seldom change; milliseconds. */
const FRESH_MS = 60_000;

export interface Rights {
  granted: Granted;
  doors: Doors;
  /** Whose rights these are. */
  actor: Actor;
}

const RIGHTS_KEY = 'permissions';

const EVERYTHING: Granted = () => true;

/**
 * What may be done, and by whom: asked once a minute for all parts of the page. Until an answer is there that can be
 * true, the person's rights are those of the page's load. Where that tells nothing either, and for the service account,
 * everything is tried, and a refusal shown.
 */
export function useRights(): Rights {
  const { granted, readPermissions, actor, capabilities } = useServices();
  const { data } = useQuery<Permissions, QueryFailure>({
    queryKey: [RIGHTS_KEY, actor],
    queryFn: async () => (readPermissions ? valueOrThrow(await readPermissions()) : {}),
    enabled: readPermissions !== undefined,
    staleTime: FRESH_MS,
    retry: false,
  });
  const beforehand = actor === 'person' && granted(OPENS_PLUGINS) ? granted : EVERYTHING;
  return { granted: data ? grantedBy(data) : beforehand, doors: doorsOf(capabilities.version), actor };
}

/** To be called when something was made: whoever makes a contact point or a folder manages it from then on. */
export function useReadRightsAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [RIGHTS_KEY] });
}
