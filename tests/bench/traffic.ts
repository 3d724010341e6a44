import type { Page } from '@playwright/test';

/** Read with every refresh, once. */
const EACH_REFRESH = /\/api\/alertmanager\/grafana\/config\/api\/v1\/receivers/;
/** Which rules and policies use a contact point: read once a minute, not with every refresh. */
const ROUTING = /\/apis\/notifications\.alerting\.grafana\.app\/|\/provisioning\/policies/;
const ALERTING =
  /\/api\/(v1\/provisioning|alertmanager|prometheus|ruler|folders|annotations|v1\/rules|plugin-proxy)|\/apis\/(notifications|rules)/;

export interface Traffic {
  refreshes: number;
  /** Of refreshes, those of routing left out. */
  requests: number;
  routing: number;
  /** Bodies as they came over the wire. */
  bytes: number;
}

/** Counts what a page asks of Grafana's alerting, from now on. */
export function watchTraffic(page: Page): () => Traffic {
  const seen: Traffic = { refreshes: 0, requests: 0, routing: 0, bytes: 0 };
  page.on('requestfinished', (request) => {
    const url = request.url();
    if (!ALERTING.test(url)) {
      return;
    }
    if (ROUTING.test(url)) {
      seen.routing += 1;
      return;
    }
    seen.requests += 1;
    seen.refreshes += EACH_REFRESH.test(url) ? 1 : 0;
    void request.sizes().then(
      ({ responseBodySize }) => (seen.bytes += responseBodySize),
      () => undefined
    );
  });
  return () => ({ ...seen });
}

export const since = (after: Traffic, before: Traffic): Traffic => ({
  refreshes: after.refreshes - before.refreshes,
  requests: after.requests - before.requests,
  routing: after.routing - before.routing,
  bytes: after.bytes - before.bytes,
});
