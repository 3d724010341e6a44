import { inGrafana } from '../services/subPath';

/** Ends the session; what follows must not know anything of the former user, hence the new load. */
export async function signOut(): Promise<void> {
  await fetch(inGrafana('/logout'), { redirect: 'manual' });
  location.assign(inGrafana('/login'));
}
