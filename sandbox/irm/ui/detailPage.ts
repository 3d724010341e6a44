import { html } from 'hono/html';
import type { Fault } from '../model';
import { detailTables } from './detailTables';
import { type Html, layout } from './layout';
import { copyable, faultName, heartbeatControls } from './parts';
import type { IntegrationDetail } from './summaries';
import { templatesSection } from './templatesSection';

interface DetailPage {
  integration: IntegrationDetail;
  now: number;
}

export function detailPage({ integration, now }: DetailPage): Html {
  const { id, name, typeTitle, team, description, endpoint, pagesSomebody } = integration;
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
          <label class="check">
            <input
              type="checkbox"
              name="pagesSomebody"
              data-send="PATCH /ui/api/integrations/${id}"
              ${pagesSomebody ? 'checked' : ''}
            />
            The default route has an escalation chain
          </label>
        </section>
        <section class="card" id="heartbeat">
          <h2>Heartbeat settings</h2>
          ${heartbeatControls(integration, now)}
        </section>
        ${faultSection(integration)}
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

const defaultSlowSeconds = 10;

function faultSection({ id, fault }: IntegrationDetail): Html {
  const slow: Fault = { kind: 'slow', seconds: fault?.kind === 'slow' ? fault.seconds : defaultSlowSeconds };
  const faults: Fault[] = [
    ...([403, 404, 429, 500] as const).map((status): Fault => ({ kind: 'status', status })),
    slow,
    { kind: 'redirect' },
  ];
  const chosen = fault && faultName(fault);
  return html`<section class="card" id="fault">
    <h2>Fault</h2>
    <p class="quiet">Answers deliveries wrongly on purpose, until switched off.</p>
    <p class="controls">
      <select aria-label="Fault" data-send="PUT /ui/api/integrations/${id}/fault" data-json>
        <option value='{"kind":"none"}'>None</option>
        ${faults.map(
          (each) =>
            html`<option value="${JSON.stringify(each)}" ${faultName(each) === chosen ? 'selected' : ''}>
              ${faultName(each)}
            </option>`
        )}
      </select>
      ${fault?.kind === 'slow' ? secondsInput(id, fault.seconds) : ''}
    </p>
  </section>`;
}

function secondsInput(id: string, seconds: number): Html {
  return html`<label class="inline">
    Seconds
    <input
      type="number"
      min="0"
      max="300"
      value="${seconds}"
      name="seconds"
      data-send="PUT /ui/api/integrations/${id}/fault"
      data-with='{"kind":"slow"}'
    />
  </label>`;
}
