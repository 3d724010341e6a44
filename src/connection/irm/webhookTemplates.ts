import type { IrmIntegration, IrmTemplates } from './irmPort';

/**
 * The two templates that mend the type Webhook, whose own take every message for a new alert
 * (oncall-2026-01/08-other-types-delivery.json, "webhook PUT templates").
 */
export const WEBHOOK_TEMPLATES = {
  groupingKey: '{{ payload.groupKey }}',
  resolveSignal: "{{ payload.status == 'resolved' }}",
} as const satisfies IrmTemplates;

/**
 * How an integration groups and resolves messages of Grafana. `fine`: as it should. `unset`: with the templates of the
 * type Webhook, which nobody changed yet, so that alert groups stay open for ever. `own`: somebody wrote templates,
 * which may do as well or not.
 */
export type TemplateState = 'fine' | 'unset' | 'own';

export function templateState({ type, templates }: Pick<IrmIntegration, 'type' | 'templates'>): TemplateState {
  if (type !== 'webhook') {
    return 'fine';
  }
  const { groupingKey, resolveSignal } = templates;
  const states = [
    stateOf(groupingKey, WEBHOOK_TEMPLATES.groupingKey),
    stateOf(resolveSignal, WEBHOOK_TEMPLATES.resolveSignal),
  ];
  if (states.includes('own')) {
    return 'own';
  }
  return states.includes('unset') ? 'unset' : 'fine';
}

function stateOf(template: string | undefined, wanted: string): TemplateState {
  if (template === undefined || template.trim() === '') {
    return 'unset';
  }
  return bare(template) === bare(wanted) ? 'fine' : 'own';
}

/** Jinja minds neither the blanks nor which of the quotation marks. */
const bare = (template: string) => template.replace(/\s+/g, '').replaceAll('"', "'");
