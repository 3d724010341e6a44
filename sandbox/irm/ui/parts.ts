import { html } from 'hono/html';
import { timeoutOptions } from '../heartbeats';
import { verbalAge } from '../humanTime';
import type { Html } from './layout';
import type { IntegrationSummary } from './summaries';

export function copyable(label: string, url: string): Html {
  return html`<span class="copyable">
    <code tabindex="0" aria-label="${label}"><bdi>${url}</bdi></code>
    <button type="button" data-copy="${url}" aria-label="Copy ${label}">Copy</button>
  </span>`;
}

export function ago(at: number, now: number): Html {
  const exact = new Date(at).toISOString();
  return html`<time datetime="${exact}" title="${exact}">${verbalAge(now - at)} ago</time>`;
}

export function atTime(at: number): Html {
  const exact = new Date(at).toISOString();
  return html`<time datetime="${exact}">${exact.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

const statusNames = { never: 'Never', up: 'Up', down: 'Down' } as const;

export function heartbeatControls(integration: IntegrationSummary, now: number): Html {
  const { heartbeat, heartbeatEndpoint, id, name } = integration;
  if (!heartbeat || !heartbeatEndpoint) {
    return html`<span class="quiet">Not available for this type</span>`;
  }
  const { status, lastBeatAt, intervalSeconds } = heartbeat;
  return html`<div class="heartbeat">
    <p>
      <span class="badge ${status}">${statusNames[status]}</span>
      <span class="quiet">${lastBeatAt === null ? 'No beat yet' : html`Last beat ${ago(lastBeatAt, now)}`}</span>
    </p>
    <p class="controls">
      <select
        aria-label="Heartbeat interval of ${name}"
        name="intervalSeconds"
        data-send="PUT /ui/api/integrations/${id}/heartbeat"
      >
        ${timeoutOptions.map(
          ({ value, display_name }) =>
            html`<option value="${value}" ${value === intervalSeconds ? 'selected' : ''}>${display_name}</option>`
        )}
      </select>
      <button
        type="button"
        data-send="POST /ui/api/integrations/${id}/heartbeat/reset"
        aria-label="Reset heartbeat of ${name}"
        ${lastBeatAt === null ? 'disabled' : ''}
      >
        Reset
      </button>
    </p>
    ${copyable('heartbeat endpoint', heartbeatEndpoint)}
  </div>`;
}

export function alertGroupCount({ alertGroups, openAlertGroups }: IntegrationSummary): string {
  return alertGroups === 0 ? 'None' : `${alertGroups} (${openAlertGroups} open)`;
}
