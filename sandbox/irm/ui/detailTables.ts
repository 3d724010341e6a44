import { html } from 'hono/html';
import type { Delivery } from '../model';
import type { Html } from './layout';
import { ago } from './parts';
import type { AlertGroupSummary, IntegrationDetail } from './summaries';

const shown = 50;

export function detailTables({ groups, deliveries }: IntegrationDetail, now: number): Html {
  return html`<section id="alert-groups">
      <h2>Alert groups</h2>
      ${groups.length === 0 ? html`<p class="empty">No alert groups.</p>` : groupTable(groups.slice(0, shown), now)}
    </section>
    <section id="deliveries">
      <h2>Deliveries</h2>
      ${
        deliveries.length === 0
          ? html`<p class="empty">Nothing has been sent here yet.</p>`
          : deliveryTable(deliveries.slice(0, shown), now)
      }
    </section>`;
}

const stateNames = {
  firing: 'Firing',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  silenced: 'Silenced',
} as const;

function groupTable(groups: AlertGroupSummary[], now: number): Html {
  return html`<table class="stacked compact">
    <thead>
      <tr>
        <th scope="col">Alert group</th>
        <th scope="col">First alert</th>
        <th scope="col">Last alert</th>
        <th scope="col">Alerts</th>
        <th scope="col">Actions</th>
      </tr>
    </thead>
    <tbody>
      ${groups.map((group) => groupRow(group, now))}
    </tbody>
  </table>`;
}

function groupRow({ id, state, title, alertsCount, firstAt, lastAt }: AlertGroupSummary, now: number): Html {
  const name = title.trim() || 'No title';
  const action = (what: string, label: string) =>
    html`<button type="button" data-send="POST /ui/api/alert-groups/${id}/${what}" aria-label="${label} ${name}">
      ${label}
    </button>`;
  return html`<tr id="${id}">
    <th scope="row">
      <span class="badge ${state}">${stateNames[state]}</span> ${name}
      <details data-load="/ui/api/alert-groups/${id}">
        <summary>Payload of the last alert</summary>
        <pre data-keep tabindex="0"></pre>
      </details>
    </th>
    <td data-label="First alert">${ago(firstAt, now)}</td>
    <td data-label="Last alert">${ago(lastAt, now)}</td>
    <td data-label="Alerts">${alertsCount}</td>
    <td data-label="Actions">
      <span class="controls">
        ${state === 'firing' ? action('acknowledge', 'Acknowledge') : ''}
        ${state === 'firing' ? action('silence', 'Silence') : ''}
        ${state === 'silenced' ? action('unsilence', 'Unsilence') : ''}
        ${state === 'resolved' ? '' : action('resolve', 'Resolve')}
      </span>
    </td>
  </tr>`;
}

function deliveryTable(deliveries: Delivery[], now: number): Html {
  return html`<table class="stacked compact">
    <thead>
      <tr>
        <th scope="col">Time</th>
        <th scope="col">Request</th>
        <th scope="col">Answer</th>
        <th scope="col">What it became</th>
      </tr>
    </thead>
    <tbody>
      ${deliveries.map((delivery) => deliveryRow(delivery, now))}
    </tbody>
  </table>`;
}

function deliveryRow({ at, method, target, status, outcome, alertGroupId }: Delivery, now: number): Html {
  return html`<tr>
    <td data-label="Time">${ago(at, now)}</td>
    <td data-label="Request">${method} to the ${target === 'alert' ? 'HTTP endpoint' : 'heartbeat endpoint'}</td>
    <td data-label="Answer"><span class="badge ${status < 300 ? 'up' : 'bad'}">${status}</span></td>
    <td data-label="What it became">${alertGroupId ? html`<a href="#${alertGroupId}">${outcome}</a>` : outcome}</td>
  </tr>`;
}
