/** Addresses of IRM's API as Grafana is asked for them. */
export const CREATE = /irm\/api\/v1\/integrations$/;
export const CHAINS = /irm\/api\/v1\/escalation_chains$/;
