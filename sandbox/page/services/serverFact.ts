/** What the sandbox's server has written into the head of the page. */
export function serverFact(name: 'plugin-id' | 'irm-url' | 'signed-in' | 'sub-path'): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="sandbox-${name}"]`)?.content ?? '';
}
