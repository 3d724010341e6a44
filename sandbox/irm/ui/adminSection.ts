import { html } from 'hono/html';
import type { IrmContext } from '../context';
import type { ApiToken, ServiceAccountToken } from '../organization';
import { allPermissions } from '../permissions';
import { irmFaultControls } from './faultControls';
import type { Html } from './layout';
import { copyable } from './parts';

/** What IRM has under Settings → Admin & API, and a fault of IRM as a whole. */
export function adminSection({ baseUrl, grafanaUrl, apiTokens, store }: IrmContext): Html {
  return html`<section class="card" id="admin">
      <h2>Admin &amp; API</h2>
      <dl>
        <dt>API URL</dt>
        <dd>${copyable('API URL', baseUrl)}</dd>
        <dt>Stack URL</dt>
        <dd>
          ${copyable('stack URL', grafanaUrl)}
          <p class="quiet">Sent as X-Grafana-URL with the token of a service account.</p>
        </dd>
        ${apiTokens.map(
          (token) =>
            html`<dt>${nameOf(token)}</dt>
              <dd>
                ${copyable(`token: ${nameOf(token)}`, token.token)}
                <p class="quiet">${rightsOf(token)}</p>
              </dd>`
        )}
      </dl>
    </section>
    <section class="card" id="irm-fault">
      <h2>Fault</h2>
      <p class="quiet">Of IRM as a whole, on purpose, until switched off.</p>
      ${irmFaultControls(store.fault)}
    </section>`;
}

function nameOf(token: ApiToken): string {
  if ('role' in token) {
    return `API key, ${token.role}`;
  }
  return hasAll(token) ? 'Service account' : 'Service account, fewer rights';
}

function rightsOf(token: ApiToken): string {
  if ('role' in token) {
    const rights = { admin: 'May do everything.', editor: 'May read, and act on alert groups.', viewer: 'May read.' };
    return rights[token.role];
  }
  return hasAll(token)
    ? 'Has every permission.'
    : token.permissions.map((permission) => `grafana-irm-app.${permission}`).join(', ');
}

function hasAll({ permissions }: ServiceAccountToken): boolean {
  return permissions.length === allPermissions.length;
}
