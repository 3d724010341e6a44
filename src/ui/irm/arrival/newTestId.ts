/** A value that no other test has. `crypto.randomUUID` does not exist on pages served over plain http, this does. */
export function newTestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `irmc-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
