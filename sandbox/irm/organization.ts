import { allPermissions, type IrmRole, type Permission, readPermissions } from './permissions';

/** A key that a user made in IRM. It may what the user's role may. */
interface UserToken {
  token: string;
  role: IrmRole;
}

/** A token of a service account of the stack, taken only together with the stack's address in `X-Grafana-URL`. */
export interface ServiceAccountToken {
  token: `glsa_${string}`;
  permissions: readonly Permission[];
}

export type ApiToken = UserToken | ServiceAccountToken;

const fullServiceAccountToken = 'glsa_sandbox_irm';

/** Tokens of the sandbox's public API; made up, like everything here. */
export const sandboxTokens: readonly ApiToken[] = [
  { token: 'sandbox-irm-token', role: 'admin' },
  { token: 'sandbox-irm-editor-token', role: 'editor' },
  { token: 'sandbox-irm-viewer-token', role: 'viewer' },
  { token: fullServiceAccountToken, permissions: allPermissions },
  { token: 'glsa_sandbox_irm_readonly', permissions: readPermissions },
];

/** The key of the sandbox's user of this role. */
export const userKey = (role: IrmRole): string =>
  sandboxTokens.find((each) => 'role' in each && each.role === role)?.token ?? '';

export const organizationId = 'OSANDBOXORG01';

export interface Team {
  id: string;
  grafana_id: number;
  name: string;
  email: string;
  avatar_url: string;
}

export const teams: readonly Team[] = [
  { id: 'TSANDBOXSRE01', grafana_id: 1, name: 'SRE' },
  { id: 'TSANDBOXPAY01', grafana_id: 2, name: 'Payments' },
].map((team) => ({ ...team, email: `${team.name.toLowerCase()}@example.test`, avatar_url: 'http://127.0.0.1/t.png' }));

export interface EscalationChain {
  id: string;
  name: string;
  team_id: string | null;
}

export const defaultEscalationChainId = 'FSANDBOXESC01';

export const escalationChains: readonly EscalationChain[] = [
  { id: defaultEscalationChainId, name: 'SRE on call', team_id: 'TSANDBOXSRE01' },
  { id: 'FSANDBOXESC02', name: 'Payments on call', team_id: 'TSANDBOXPAY01' },
];

export interface User {
  id: string;
  grafanaId: number;
  role: IrmRole;
}

const users: Readonly<Record<IrmRole, User>> = {
  admin: { id: 'USANDBOXADM01', grafanaId: 1, role: 'admin' },
  viewer: { id: 'USANDBOXVIW01', grafanaId: 2, role: 'viewer' },
  editor: { id: 'USANDBOXEDI01', grafanaId: 3, role: 'editor' },
};

export function userWithRole(role: IrmRole): User {
  return users[role];
}

export function userWithGrafanaId(grafanaId: unknown): User | undefined {
  return Object.values(users).find((user) => user.grafanaId === grafanaId);
}
