/** The name of a receiver's object is its title in another alphabet. */
export function objectName(title: string): string {
  return Buffer.from(title).toString('base64url');
}
