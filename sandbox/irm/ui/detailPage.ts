import { html } from 'hono/html';
import { maintenanceSeconds } from '../maintenance';
import { escalationChains } from '../organization';
import { detailTables } from './detailTables';
import { integrationFaultControls } from './faultControls';
import { type Html, layout } from './layout';
import { atTime, copyable, heartbeatControls } from './parts';
import type { IntegrationDetail } from './summaries';
import { templatesSection } from './templatesSection';

interface DetailPage {
  integration: IntegrationDetail;
  now: number;
}

export function detailPage({ integration, now }: DetailPage): Html {
  const { id, name, typeTitle, team, description, endpoint } = integration;
  return layout(
    `${name} · IRM stand-in`,
    html`<p><a href="/ui/">All integrations</a></p>
      <div class="heading">
        <h1>${name}</h1>
        <p class="quiet">${typeTitle} · ${team ?? 'No team'}</p>
        ${description ? html`<p>${description}</p>` : ''}
      </div>
      <div class="columns">
        <section class="card" id="endpoint">
          <h2>HTTP endpoint</h2>
          ${endpoint ? copyable('HTTP endpoint', endpoint) : html`<p class="quiet">None</p>`}
          ${escalationSection(integration)}
        </section>
        <section class="card" id="heartbeat">
          <h2>Heartbeat settings</h2>
          ${heartbeatControls(integration, now)}
        </section>
        ${maintenanceSection(integration)} ${faultSection(integration)}
      </div>
      ${templatesSection(integration)} ${detailTables(integration, now)}
      <p>
        <button
          type="button"
          class="danger"
          data-send="DELETE /ui/api/integrations/${id}"
          data-confirm="Delete the integration “${name}”?"
          data-then="/ui/"
        >
          Delete integration
        </button>
      </p>`
  );
}

function escalationSection({ id, escalationChain }: IntegrationDetail): Html {
  return html`<label class="check">
    Escalation chain of the default route
    <select name="escalationChain" data-send="PATCH /ui/api/integrations/${id}">
      <option value="">None</option>
      ${escalationChains.map(
        ({ name }) => html`<option ${name === escalationChain ? 'selected' : ''}>${name}</option>`
      )}
    </select>
  </label>`;
}

const modes = { maintenance: 'Maintenance', debug: 'Debug' } as const;

function maintenanceSection({ id, maintenance }: IntegrationDetail): Html {
  const choices = (['maintenance', 'debug'] as const).flatMap((mode) =>
    maintenanceSeconds.map((seconds) => ({ mode, seconds }))
  );
  return html`<section class="card" id="maintenance">
    <h2>Maintenance mode</h2>
    <p class="quiet">
      ${maintenance ? html`Until ${atTime(maintenance.endsAt)}` : 'Escalates nothing while it lasts.'}
    </p>
    <p class="controls">
      <select aria-label="Maintenance mode" data-send="PUT /ui/api/integrations/${id}/maintenance" data-json>
        <option value='{"mode":"none"}'>Off</option>
        ${maintenance ? html`<option selected disabled>${modes[maintenance.mode]}</option>` : ''}
        ${choices.map(
          (choice) =>
            html`<option value="${JSON.stringify(choice)}">${modes[choice.mode]}, ${choice.seconds / 3600} h</option>`
        )}
      </select>
    </p>
  </section>`;
}

function faultSection({ id, fault }: IntegrationDetail): Html {
  return html`<section class="card" id="fault">
    <h2>Fault</h2>
    <p class="quiet">Treats deliveries wrongly on purpose, until switched off.</p>
    ${integrationFaultControls(id, fault)}
  </section>`;
}
