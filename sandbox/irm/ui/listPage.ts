import { html } from 'hono/html';
import type { IrmContext } from '../context';
import type { UnmatchedDelivery } from '../model';
import { teams } from '../organization';
import { adminSection } from './adminSection';
import { faultName } from './faultControls';
import { type Html, layout } from './layout';
import { ago, alertGroupCount, copyable, heartbeatControls } from './parts';
import type { IntegrationSummary } from './summaries';

interface ListPage {
  context: IrmContext;
  integrations: IntegrationSummary[];
  unmatched: UnmatchedDelivery[];
  now: number;
}

const shownUnmatched = 10;

export function listPage({ context, integrations, unmatched, now }: ListPage): Html {
  return layout(
    'IRM stand-in',
    html`<h1>Integrations</h1>
      ${newIntegrationForm()}
      <section id="list" aria-label="Integrations">
        ${integrations.length === 0 ? html`<p class="empty">No integrations yet.</p>` : table(integrations, now)}
      </section>
      ${unmatched.length === 0 ? '' : unmatchedSection(unmatched, now)} ${adminSection(context)}`
  );
}

function newIntegrationForm(): Html {
  return html`<section class="card" data-keep>
    <h2>New integration</h2>
    <form class="fields" data-send="POST /ui/api/integrations" data-then="/ui/integrations/:id">
      <label>
        Type
        <select name="type">
          <option value="alertmanager">Alertmanager</option>
          <option value="webhook">Webhook</option>
        </select>
      </label>
      <label>Name <input name="name" required maxlength="150" autocomplete="off" /></label>
      <label class="wide">Description <input name="description" maxlength="250" autocomplete="off" /></label>
      <label>
        Team
        <select name="team">
          <option value="">No team</option>
          ${teams.map(({ name }) => html`<option>${name}</option>`)}
        </select>
      </label>
      <button class="primary">Create integration</button>
      <p class="error" role="alert"></p>
    </form>
  </section>`;
}

function table(integrations: IntegrationSummary[], now: number): Html {
  return html`<table class="stacked">
    <thead>
      <tr>
        <th scope="col">Integration</th>
        <th scope="col">HTTP endpoint</th>
        <th scope="col">Heartbeat</th>
        <th scope="col">Alert groups</th>
      </tr>
    </thead>
    <tbody>
      ${integrations.map((integration) => row(integration, now))}
    </tbody>
  </table>`;
}

function row(integration: IntegrationSummary, now: number): Html {
  const { id, name, typeTitle, team, description, endpoint, fault, maintenance } = integration;
  return html`<tr id="${id}">
    <th scope="row">
      <a href="/ui/integrations/${id}">${name}</a>
      <p class="quiet">${typeTitle} · ${team ?? 'No team'}</p>
      ${description ? html`<p class="description">${description}</p>` : ''}
      ${maintenance ? html`<p><span class="badge fault">Maintenance mode</span></p>` : ''}
      ${fault ? html`<p><span class="badge fault">Fault: ${faultName(fault)}</span></p>` : ''}
    </th>
    <td data-label="HTTP endpoint">
      ${endpoint ? copyable('HTTP endpoint', endpoint) : html`<span class="quiet">None</span>`}
    </td>
    <td data-label="Heartbeat">${heartbeatControls(integration, now)}</td>
    <td data-label="Alert groups">${alertGroupCount(integration)}</td>
  </tr>`;
}

function unmatchedSection(unmatched: UnmatchedDelivery[], now: number): Html {
  return html`<section id="unmatched">
    <h2>Requests that found no integration</h2>
    <ul class="plain">
      ${unmatched
        .slice(0, shownUnmatched)
        .map(
          ({ at, method, path, status }) =>
            html`<li><span class="badge bad">${status}</span> ${method} <code>${path}</code> ${ago(at, now)}</li>`
        )}
    </ul>
  </section>`;
}
