import { t } from '@grafana/i18n';
import type { DrillRefusal } from '../../../connection/drill/refusal';
import type { Actor } from '../../../ui/data/createServices';
import { missingInShort } from '../../../ui/describeMissingRights';
import { describeObstacle } from '../../../ui/describeObstacle';
import { verbatim } from '../../../ui/verbatim';

type Sentences = {
  [Code in DrillRefusal['code']]: (refusal: Extract<DrillRefusal, { code: Code }>, actor: Actor) => string;
};

/** Why no drill can be run now, and what to do about it; `actor` is whose rights are missing where some are. */
export function describeRefusal(refusal: DrillRefusal, actor: Actor): string {
  // TypeScript does not see that the function under a code takes the refusal of that code.
  const describe = SENTENCES[refusal.code] as (refusal: DrillRefusal, actor: Actor) => string;
  return describe(refusal, actor);
}

const SENTENCES: Sentences = {
  irmNotSetUp: () =>
    t(
      'drill.refusal.not-set-up',
      "Needs IRM's API: an Admin enters its address and a token on the configuration page."
    ),
  irmForViewers: () => t('drill.refusal.viewers', 'For Editors and Admins.'),
  integrationUnread: () => t('drill.refusal.unread', 'Waits for the answer of IRM.'),
  integrationGone: () => t('drill.refusal.gone', 'IRM has no integration with this endpoint, so nothing would alert.'),
  integrationNotSearched: () =>
    t('drill.refusal.not-searched', 'IRM has too many integrations to find the one behind this endpoint.'),
  paused: () => t('drill.refusal.paused', 'The heartbeat is paused. Resume it first.'),
  notUp: () => t('drill.refusal.not-up', 'Only a heartbeat that is up can be missed. Bring it up first.'),
  intervalUnknown: () =>
    t('drill.refusal.interval', 'The heartbeat interval is not known. Enter it under More > Timing.'),
  otherRule: ({ title }) =>
    t(
      'drill.refusal.other-rule',
      'The rule "{{title}}" also sends heartbeats to this integration, so IRM would not miss any. Pause or delete it first.',
      verbatim({ title })
    ),
  missingRights: ({ rights }, actor) =>
    t(
      'drill.refusal.rights',
      'A drill pauses the heartbeat, which is not permitted. {{lacking}}',
      verbatim({ lacking: missingInShort(rights, actor) })
    ),
  blocked: ({ obstacle }) => describeObstacle(obstacle),
};
