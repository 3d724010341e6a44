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
      'IRM pages {{time}} after the last heartbeat, unless heartbeats resume.',
      verbatim({ time: formatBounds(bounds) })
    ),
  beatsAgainWithin: ({ greatest }) =>
    t(
      'status.consequence.beats-again',
      'The next heartbeat is sent within {{time}} and resolves the alert group in IRM.',
      verbatim({ time: formatSeconds(greatest) })
    ),
  setIntervalInIrm: ({ interval }) =>
    t(
      'status.consequence.set-interval',
      'Set the heartbeat interval in IRM to {{interval}}: integration, menu ⋮, Heartbeat settings.',
      verbatim({ interval: formatInterval(interval) })
    ),
  resetOldHeartbeat: () =>
    t(
      'status.consequence.reset-old',
      'The old integration still waits for heartbeats and will page. Reset its heartbeat in IRM: integration, menu ⋮, Heartbeat settings, Reset.'
    ),
  resetHeartbeat: () =>
    t(
      'status.consequence.reset',
      'IRM still waits for heartbeats and will page. Reset the heartbeat there: integration, menu ⋮, Heartbeat settings, Reset.'
    ),
  renamesReferences: ({ from, to }) =>
    t(
      'status.consequence.renames',
      'Grafana changes "{{from}}" to "{{to}}" in rules and notification policies. Update scripts and Terraform yourself.',
      verbatim({ from, to })
    ),
  idChanges: () =>
    t(
      'status.consequence.id-changes',
      'The URL of this page changes with the endpoint, so bookmarks to it stop working.'
    ),
  joinsConnection: ({ name }) =>
    t(
      'status.consequence.joins',
      '"{{name}}" already sends to the new endpoint, so both become one connection. An alert that reaches both arrives twice.',
      verbatim({ name })
    ),
  handMadeStays: ({ names }) =>
    t(
      'status.consequence.hand-made',
      'Not created by this plugin, so it is kept: {{names}}.',
      verbatim({ names: names.join(', ') })
    ),
  otherRuleStays: () =>
    t(
      'status.consequence.other-rule',
      'The manually created rule is kept, so heartbeats arrive twice, which does no harm. Delete that rule once heartbeats of the new one arrive.'
    ),
};
