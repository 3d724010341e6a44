export type IrmRole = 'admin' | 'editor' | 'viewer';

export interface ApiToken {
  token: string;
  role: IrmRole;
}

/** Tokens of the sandbox's public API; made up, like everything here. */
export const sandboxTokens: readonly ApiToken[] = [
  { token: 'sandbox-irm-token', role: 'admin' },
  { token: 'sandbox-irm-editor-token', role: 'editor' },
  { token: 'sandbox-irm-viewer-token', role: 'viewer' },
];

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

export const defaultEscalationChainId = 'FSANDBOXESC01';

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

const ranks: readonly IrmRole[] = ['viewer', 'editor', 'admin'];

export function mayAs(user: User, needed: IrmRole): boolean {
  return ranks.indexOf(user.role) >= ranks.indexOf(needed);
}
