import type { Endpoint } from '../model';

/** interim */
export function nearTwin(endpoint: Endpoint, others: readonly Endpoint[]): Endpoint | undefined {
  return others.find(({ token, base }) => token === endpoint.token && base !== endpoint.base);
}
