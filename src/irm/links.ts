/** The clicks in IRM that lead to its integrations, for those whose address of IRM is not known. */
export const INTEGRATIONS_MENU = ['Alerts & IRM', 'IRM', 'Integrations'] as const;

/** Where a person finds IRM's integrations: a page to open, or the way there by hand. */
export type WayToIntegrations = { kind: 'link'; href: string } | { kind: 'menu'; path: typeof INTEGRATIONS_MENU };

/**
 * The way to IRM's list of integrations.
 * @param irmUrl IRM's address from the plugin's settings: that of a Grafana Cloud stack, of any page of its IRM app, or
 * of an OnCall engine, which has no page of its own that is known here and is opened as given. '' when not set.
 */
export function wayToIntegrations(irmUrl: string | undefined): WayToIntegrations {
  const address = (irmUrl ?? '').trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    return { kind: 'menu', path: INTEGRATIONS_MENU };
  }
  const url = new URL(address);
  const app = /^(.*\/a\/grafana-(?:irm|oncall)-app)(?:\/|$)/.exec(url.pathname)?.[1];
  if (app) {
    return { kind: 'link', href: `${url.origin}${app}/integrations` };
  }
  const isStack = url.pathname === '/' && /\.grafana(-\w+)?\.net$/i.test(url.hostname);
  return { kind: 'link', href: isStack ? `${url.origin}/a/grafana-irm-app/integrations` : url.href };
}

/**
 * The way to one integration of IRM: its page where the settings name a stack or its IRM app, else the way to the list.
 * @param irmUrl as in `wayToIntegrations`.
 */
export function wayToIntegration(irmUrl: string | undefined, id: string): WayToIntegrations {
  const way = wayToIntegrations(irmUrl);
  return way.kind === 'link' && way.href.endsWith('-app/integrations')
    ? { kind: 'link', href: `${way.href}/${encodeURIComponent(id)}` }
    : way;
}

/** The address for links of the settings: the one that was entered for them, else that of the stack of the API. */
export const addressForLinks = ({ irmUrl, irm }: { irmUrl: string; irm: { stackUrl: string } }): string =>
  irmUrl || irm.stackUrl;
