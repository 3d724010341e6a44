/** Ends the session; what follows must not know anything of the former user, hence the new load. */
export async function signOut(): Promise<void> {
  await fetch('/logout', { redirect: 'manual' });
  location.assign('/login');
}
