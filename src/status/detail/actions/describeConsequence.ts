import { t } from '@grafana/i18n';
import type { Consequence } from '../../../connection/actions/types';
import { formatInterval } from '../../../ui/formatInterval';
import { formatBounds, formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';

type Sentences = { [Code in Consequence['code']]: (consequence: Extract<Consequence, { code: Code }>) => string };

/** What an action leads to beyond Grafana's objects, in a sentence or two. */
export function describeConsequence(consequence: Consequence): string {
  // TypeScript does not see that the function under a code takes the consequence of that code.
  const describe = SENTENCES[consequence.code] as (consequence: Consequence) => string;
  return describe(consequence);
}

/** What remains for a person to do once the action was carried out. */
export const isLeftToDo = ({ code }: Consequence) =>
  code === 'setIntervalInIrm' || code === 'resetHeartbeat' || code === 'resetOldHeartbeat' || code === 'otherRuleStays';

const SENTENCES: Sentences = {
  irmAlertsAfter: (bounds) =>
    t(
      'status.consequence.irm-alerts',
      'IRM hears nothing more: it raises an alert group {{time}} after the last beat, unless beats come again.',
      verbatim({ time: formatBounds(bounds) })
    ),
  beatsAgainWithin: ({ greatest }) =>
    t(
      'status.consequence.beats-again',
      'The next beat leaves within {{time}}. It resolves the alert group in IRM by itself.',
      verbatim({ time: formatSeconds(greatest) })
    ),
  setIntervalInIrm: ({ interval }) =>
    t(
      'status.consequence.set-interval',
      'Set the heartbeat interval in IRM to {{interval}}: integration, menu ⋮, Heartbeat settings. Only you can do that.',
      verbatim({ interval: formatInterval(interval) })
    ),
  resetOldHeartbeat: () =>
    t(
      'status.consequence.reset-old',
      'The old integration goes on waiting for beats. Reset its heartbeat in IRM, or it raises an alert: integration, menu ⋮, Heartbeat settings, Reset.'
    ),
  resetHeartbeat: () =>
    t(
      'status.consequence.reset',
      'IRM goes on waiting for beats and raises an alert. Reset the heartbeat there: integration, menu ⋮, Heartbeat settings, Reset.'
    ),
  renamesReferences: ({ from, to }) =>
    t(
      'status.consequence.renames',
      'Grafana changes "{{from}}" to "{{to}}" in rules and notification policies. Scripts, Terraform and the like that name it stay as they are.',
      verbatim({ from, to })
    ),
  idChanges: () =>
    t(
      'status.consequence.id-changes',
      'The address of this page changes, because it is derived from the endpoint. Bookmarks to it lead nowhere then.'
    ),
  joinsConnection: ({ name }) =>
    t(
      'status.consequence.joins',
      '"{{name}}" sends to the new endpoint already, so both become one connection. An alert that reaches both arrives twice.',
      verbatim({ name })
    ),
  handMadeStays: ({ names }) =>
    t(
      'status.consequence.hand-made',
      'Not made by this plugin, so it stays: {{names}}.',
      verbatim({ names: names.join(', ') })
    ),
  otherRuleStays: () =>
    t(
      'status.consequence.other-rule',
      'The rule made by hand stays, so beats come twice, which does no harm. Remove that rule once beats of the new one arrive.'
    ),
};
