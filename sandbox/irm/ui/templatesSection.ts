import { html } from 'hono/html';
import type { Html } from './layout';
import type { IntegrationDetail } from './summaries';

const names = [
  ['groupingKey', 'Grouping key'],
  ['resolveSignal', 'Autoresolution'],
  ['webTitle', 'Web title'],
] as const;

const editableTypes: ReadonlySet<string> = new Set(['webhook', 'formatted_webhook']);

/** Templates can be changed for the webhook types; those of the others are made for their senders. */
export function templatesSection(integration: IntegrationDetail): Html {
  return editableTypes.has(integration.type) ? form(integration) : fixed(integration);
}

function form({ id, templates, defaultTemplates }: IntegrationDetail): Html {
  return html`<section class="card" data-keep>
    <h2>Templates</h2>
    <p class="quiet">
      Leave one empty for its default. The default groups by the whole payload, so a firing alert group never closes.
    </p>
    <form
      class="templates"
      data-send="PATCH /ui/api/integrations/${id}"
      data-nest="templates"
      data-done="Templates saved"
    >
      ${names.map(
        ([key, label]) =>
          html`<label>
            ${label}
            <input
              class="code"
              name="${key}"
              value="${templates[key] ?? ''}"
              placeholder="${defaultTemplates[key]}"
              spellcheck="false"
              autocomplete="off"
            />
          </label>`
      )}
      <button>Save templates</button>
      <p class="error" role="alert"></p>
    </form>
  </section>`;
}

function fixed({ templates, defaultTemplates }: IntegrationDetail): Html {
  const shown = names.filter(([key]) => templates[key] ?? defaultTemplates[key]);
  return html`<section class="card" id="templates">
    <h2>Templates</h2>
    <dl>
      ${shown.map(
        ([key, label]) =>
          html`<dt>${label}</dt>
            <dd><code>${templates[key] ?? defaultTemplates[key]}</code></dd>`
      )}
    </dl>
  </section>`;
}
