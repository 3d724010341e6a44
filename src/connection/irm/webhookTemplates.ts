import type { IrmIntegration, IrmTemplates } from './irmPort';

/**
 * The two templates that mend the type Webhook, whose own take every message of Grafana for a new alert
 * (oncall-2026-01/08-other-types-delivery.json, "webhook PUT templates"). The second half of each is for IRM's own
 * messages about a lost heartbeat, which carry no `groupKey` and no `status` (18-heartbeat-alerts.json).
 */
export const WEBHOOK_TEMPLATES = {
  groupingKey: '{{ payload.groupKey or payload.alert_uid }}',
  resolveSignal: "{{ payload.status == 'resolved' or payload.state == 'ok' }}",
} as const satisfies IrmTemplates;

/** What version 0.1.0 of the plugin advised: each lost heartbeat leaves two alert groups open for ever. */
const EARLIER_TEMPLATES = {
  groupingKey: '{{ payload.groupKey }}',
  resolveSignal: "{{ payload.status == 'resolved' }}",
} as const satisfies IrmTemplates;

/**
 * How an integration groups and resolves messages of Grafana. `fine`: as it should. `unset`: with the templates of the
 * type Webhook, which nobody changed yet, so that alert groups stay open for ever. `earlier`: as this plugin once
 * advised, so that those of lost heartbeats do. `own`: somebody wrote templates, which may do as well or not.
 */
export type TemplateState = 'fine' | 'unset' | 'earlier' | 'own';

/** What is to be said of the templates of an integration; only those of the type Webhook need any. */
export function templateState({ type, templates }: Pick<IrmIntegration, 'type' | 'templates'>): TemplateState {
  if (type !== 'webhook') {
    return 'fine';
  }
  const states = [stateOf(templates, 'groupingKey'), stateOf(templates, 'resolveSignal')];
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'fine';
}

const WORST_FIRST: readonly TemplateState[] = ['own', 'unset', 'earlier'];

function stateOf(templates: IrmTemplates, name: keyof IrmTemplates): TemplateState {
  const template = bare(templates[name] ?? '');
  if (template === '') {
    return 'unset';
  }
  if (template === bare(WEBHOOK_TEMPLATES[name])) {
    return 'fine';
  }
  return template === bare(EARLIER_TEMPLATES[name]) ? 'earlier' : 'own';
}

/** Jinja minds neither the blanks nor which of the quotation marks. */
const bare = (template: string) => template.replace(/\s+/g, '').replaceAll('"', "'");
