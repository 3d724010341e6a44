import { useQuery, useQueryClient } from '@tanstack/react-query';
import { doorsOf, grantedBy, type Doors, type Granted, type Permissions } from '../../connection/plan/granted';
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
 * What may be done, and by whom: asked once a minute for all parts of the page. Until the answer is there, the person's
 * rights are those of the page's load, and the service account is taken to have all: it is tried, and a refusal shown.
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
  const beforehand = actor === 'person' ? granted : EVERYTHING;
  return { granted: data ? grantedBy(data) : beforehand, doors: doorsOf(capabilities.version), actor };
}

/** To be called when something was made: whoever makes a contact point or a folder manages it from then on. */
export function useReadRightsAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [RIGHTS_KEY] });
}
