import type { Fault } from '../../../tests/support/standIns';

export const CREATE = /irm\/api\/v1\/integrations$/;
export const CHAINS = /irm\/api\/v1\/escalation_chains$/;

const chains = [
  { id: 'FSANDBOXESC01', name: 'SRE on call', team_id: 'TSANDBOXSRE01' },
  { id: 'FSANDBOXESC02', name: 'Payments on call', team_id: 'TSANDBOXPAY01' },
];

/** Lists escalation chains in the place of the stand-in, which does not yet; further faults come first. */
export function listingChains(fault?: Fault): Fault {
  return (path, asked) =>
    fault?.(path, asked) ??
    (CHAINS.test(path) ? Response.json({ count: chains.length, next: null, results: chains }) : undefined);
}
