/** Which contact points an address of Grafana's asks for: one to edit, or a search; undefined for all. */
export function askedReceiver(pathname: string, query: URLSearchParams): ((name: string) => boolean) | undefined {
  const id = /\/receivers\/([^/]+)/.exec(pathname)?.[1];
  if (id) {
    const asked = decodeURIComponent(id);
    return (name) => name === asked || encodedName(name) === asked;
  }
  const text = query.get('search')?.toLowerCase();
  return text ? (name) => name.toLowerCase().includes(text) : undefined;
}

/** Grafana makes a contact point's uid of its name: base64 for addresses, without padding. */
function encodedName(name: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(name));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
