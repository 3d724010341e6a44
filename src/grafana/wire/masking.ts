import { maskUrlsIn } from '../../connection/endpoint/mask';

/** Takes integration tokens, service account tokens and other bearer tokens out of a text meant for eyes or logs. */
export function withoutSecrets(text: string): string {
  return maskUrlsIn(text)
    .replace(/\bgl(sa|c)_\w+/g, 'gl$1_…')
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, '$1 …');
}
