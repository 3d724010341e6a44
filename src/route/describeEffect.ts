import { t } from '@grafana/i18n';
import type { Counts, Effect } from '../connection/route-alerts/effect';
import type { PolicyChange } from '../connection/route-alerts/types';
import { verbatim } from '../ui/verbatim';
import type { Kind } from './choice';
import { matchersText } from './policyTexts';

/** What a plan does to the policies, a sentence for each. */
export function describeChange(change: PolicyChange): string {
  switch (change.kind) {
    case 'default':
      return t(
        'route.change.default',
        'The default policy sends to {{to}} instead of {{from}}.',
        verbatim({ to: change.to, from: change.from })
      );
    case 'added':
      return t(
        'route.change.added',
        'A new policy for {{matchers}} sends to {{receiver}}.',
        verbatim({ matchers: matchersText(change.policy.matchers), receiver: change.policy.receiver })
      );
    case 'continue': {
      const values = verbatim({ matchers: matchersText(change.policy.matchers) });
      return change.policy.continue
        ? t('route.change.continue', 'The policy for {{matchers}} lets the policies after it see its alerts.', values)
        : t('route.change.stop', 'The policy for {{matchers}} keeps its alerts from the policies after it.', values);
    }
    case 'removed':
      return t(
        'route.change.removed',
        'The policy for {{matchers}} is removed.',
        verbatim({ matchers: matchersText(change.policy.matchers) })
      );
    case 'left':
      return t(
        'route.change.left',
        'The policy for {{matchers}} stays, because other policies stand below it. Change it in Grafana.',
        verbatim({ matchers: matchersText(change.policy.matchers) })
      );
  }
}

/** What it means for the rules and alerts that are there now, a sentence for each. */
export function describeEffect(effect: Effect, kind: Kind): string[] {
  const gained = effect.receivers.flatMap(({ receiver, gained: counts }) =>
    isNone(counts)
      ? []
      : t('route.effect.gained', '{{what}} will reach {{receiver}}.', verbatim({ receiver, what: countsText(counts) }))
  );
  const lost = effect.receivers.flatMap(({ receiver, lost: counts }) =>
    isNone(counts)
      ? []
      : t(
          'route.effect.lost',
          '{{what}} will no longer reach {{receiver}}.',
          verbatim({ receiver, what: countsText(counts) })
        )
  );
  const texts = [...gained, ...lost];
  if (texts.length === 0) {
    texts.push(t('route.effect.none', 'None of the rules and alerts that exist now change their way.'));
  }
  if (effect.dependingRules > 0) {
    texts.push(
      t('route.effect.depending', 'For {{count}} rules it depends on labels that only their alerts have.', {
        count: effect.dependingRules,
        defaultValue_one: 'For one rule it depends on labels that only its alerts have.',
      })
    );
  }
  if (kind === 'nothing' && effect.directHere > 0) {
    texts.push(
      t('route.effect.direct-here', '{{count}} rules choose this connection themselves and stay with it.', {
        count: effect.directHere,
        defaultValue_one: 'One rule chooses this connection itself and stays with it.',
      })
    );
  }
  if (kind !== 'nothing' && !isNone(effect.mutedHere)) {
    texts.push(
      t(
        'route.effect.muted-here',
        '{{what}} will not reach the connection, because mute or active timings never let them through.',
        verbatim({ what: countsText(effect.mutedHere) })
      )
    );
  }
  return [...texts, ...(kind === 'everything' ? elsewhereTexts(effect) : []), ...treeTexts(effect)];
}

/** Which tree is meant is only worth saying where there are others. */
function treeTexts({ otherTrees }: Effect): string[] {
  const texts = otherTrees.slice(0, MOST_NAMED).map(({ name, rules }) =>
    t('route.effect.other-tree', '{{count}} rules follow the policy tree {{name}} and keep their way.', {
      ...verbatim({ name }),
      count: rules,
      defaultValue_one: 'One rule follows the policy tree {{name}} and keeps its way.',
    })
  );
  return texts.length === 0
    ? []
    : [...texts, t('route.effect.this-tree', 'Only the default policy tree is shown and changed here.')];
}

/** Contact points that are named one by one. */
const MOST_NAMED = 5;

function elsewhereTexts({ elsewhere, mutedElsewhere, directElsewhere }: Effect): string[] {
  const texts = elsewhere
    .slice(0, MOST_NAMED)
    .map(({ receiver, ...counts }) =>
      t(
        'route.effect.elsewhere',
        '{{what}} will still go to {{receiver}}, because another policy takes them.',
        verbatim({ receiver, what: countsText(counts) })
      )
    );
  const more = elsewhere.length - MOST_NAMED;
  if (more > 0) {
    texts.push(
      t('route.effect.more-elsewhere', 'Other policies send further rules to {{count}} more contact points.', {
        count: more,
        defaultValue_one: 'Other policies send further rules to one more contact point.',
      })
    );
  }
  if (!isNone(mutedElsewhere)) {
    texts.push(
      t(
        'route.effect.muted-elsewhere',
        '{{what}} will reach nobody, because another policy takes them and its timings never let them through.',
        verbatim({ what: countsText(mutedElsewhere) })
      )
    );
  }
  if (directElsewhere > 0) {
    texts.push(
      t('route.effect.direct', '{{count}} rules choose another contact point themselves and stay with it.', {
        count: directElsewhere,
        defaultValue_one: 'One rule chooses another contact point itself and stays with it.',
      })
    );
  }
  return texts;
}

const isNone = ({ rules, alerts }: Counts) => rules === 0 && alerts === 0;

/** "12 rules and 3 firing alerts". */
function countsText({ rules, alerts }: Counts): string {
  const rulesText = t('route.count.rules', '{{count}} rules', { count: rules, defaultValue_one: '{{count}} rule' });
  const alertsText = t('route.count.alerts', '{{count}} firing alerts', {
    count: alerts,
    defaultValue_one: '{{count}} firing alert',
  });
  if (alerts === 0) {
    return rulesText;
  }
  return rules === 0
    ? alertsText
    : t('route.count.both', '{{rules}} and {{alerts}}', verbatim({ rules: rulesText, alerts: alertsText }));
}
