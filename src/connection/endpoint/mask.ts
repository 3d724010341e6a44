const INTEGRATION_TOKEN = /(\/integrations\/v1\/[^/\s"'<>]+\/)([^/\s"'<>?#]+)/gi;

const shorten = (token: string) => (token.endsWith('…') ? token : `${token.slice(0, Math.min(3, token.length >> 1))}…`);

/**
 * Shortens the token of an IRM address so that it can be recognised but not used: at most its first 3 characters.
 * Of any other address only scheme and host are left, because other services hide secrets in their paths too.
 */
export function maskUrl(url: string): string {
  if (/\/integrations\/v1\/[^/\s]+\/[^/\s]/i.test(url)) {
    return maskUrlsIn(url.trim())
      .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1…@')
      .replace(/[?#].*$/, '?…');
  }
  const text = url.trim();
  if (!URL.canParse(text)) {
    return text === '' ? '' : '…';
  }
  const { protocol, host, pathname, search } = new URL(text);
  return host === '' ? '…' : `${protocol}//${host}${pathname === '/' && search === '' ? '/' : '/…'}`;
}

/** Shortens the token of every IRM address inside a longer text, for example of a server's error message. */
export function maskUrlsIn(text: string): string {
  return text.replace(INTEGRATION_TOKEN, (_, start: string, token: string) => start + shorten(token));
}
