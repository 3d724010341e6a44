import { maskUrlsIn } from '../connection/endpoint/mask';

/** Takes integration tokens, service account tokens and other bearer tokens out of a text meant for eyes or logs. */
export function withoutSecrets(text: string): string {
  return maskUrlsIn(text)
    .replace(/gl(sa|c)(_|%5f)[\w%]+/gi, 'gl$1_…')
    .replace(/\b(Bearer|Basic)(?:\s|%20|\+)+[\w.~+/=%-]{6,}/gi, '$1 …');
}
