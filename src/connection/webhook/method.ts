import type { Settings } from './access';

/** The method that a webhook sends with: POST where it names none (docs/facts.md#contact-points). */
export function methodOf({ httpMethod }: Settings): string {
  return httpMethod === undefined || httpMethod === null || httpMethod === '' ? 'POST' : String(httpMethod);
}
