import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import type { GrafanaError } from '../connection/port/grafanaPort';
import type { RulePlan } from '../connection/route-alerts/types';
import { grafanaPaths } from '../grafana/links';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { verbatim } from '../ui/verbatim';
import type { Kind } from './choice';
import { describeChange, describeEffect } from './describeEffect';
import { describeRouteObstacle } from './describeRouteObstacle';
import { LockedLines } from './LockedLines';
import { linesOfChange, linesOfRule } from './lockedLines';
import { PolicyTreeView } from './PolicyTreeView';
import { matchersText } from './policyTexts';
import type { HeldBack, RoutePlan } from './useRoutePlan';

interface Props {
  plan: RoutePlan;
  kind: Kind;
  /** Why rules and alerts could not be read, which is no reason not to go on. */
  countError: GrafanaError | undefined;
  isCounting: boolean;
  onCountAgain(): void;
}

/** What a choice comes to: in words first, then the policies before and after. */
export function Preview({ plan, kind, countError, isCounting, onCountAgain }: Props) {
  const styles = useStyles2(getStyles);
  const { policies, obstacles, heldBack } = plan;
  const words = wordsOf(plan, kind);
  return (
    <Stack direction="column" gap={2}>
      {obstacles.map((obstacle) => {
        const text = describeRouteObstacle(obstacle);
        return obstacle.code === 'locked' ? (
          <LockedLines
            key={obstacle.code}
            obstacle={obstacle}
            lines={linesOf(plan)}
            isNew={policies?.changes.some(({ kind: change }) => change === 'added') ?? false}
          />
        ) : (
          text && (
            <Alert key={obstacle.code} severity="warning" title={text.title} bottomSpacing={0}>
              {text.text}
            </Alert>
          )
        );
      })}
      <div role="status">
        {words.length > 0 || heldBack ? (
          <ul className={styles.words}>
            {words.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {heldBack && <HeldBackLine heldBack={heldBack} />}
          </ul>
        ) : null}
        {!plan.isChange && <Text color="secondary">{hintOf(plan, kind)}</Text>}
        {plan.isCounting && !countError && (
          <Text color="secondary">{t('route.preview.counting', 'Counting rules and alerts...')}</Text>
        )}
      </div>
      {policies && countError && <ReadErrorAlert error={countError} onRetry={onCountAgain} isRetrying={isCounting} />}
      {policies && plan.isChange && (
        <div className={styles.trees}>
          <PolicyTreeView
            title={t('route.preview.before', 'Notification policies now')}
            root={policies.before.root}
            changes={policies.changes}
            side="before"
          />
          <PolicyTreeView
            title={t('route.preview.after', 'Afterwards')}
            root={policies.after}
            changes={policies.changes}
            side="after"
          />
        </div>
      )}
    </Stack>
  );
}

/** What stands where nothing changes: what to fill in, or that all is as chosen. */
function hintOf({ policies, rule, obstacles, heldBack, isTimingAwaited }: RoutePlan, kind: Kind): string {
  if (obstacles.some(({ code }) => code === 'noDefault')) {
    return t('route.preview.no-default', 'Choose a contact point for the default policy.');
  }
  if (obstacles.length > 0 || isTimingAwaited) {
    return '';
  }
  if (policies ?? rule) {
    return heldBack
      ? t('route.preview.held', 'Routed like this already, but nothing is sent.')
      : t('route.preview.nothing', 'Routed like this already. There is nothing to change.');
  }
  return kind === 'rule'
    ? t('route.preview.no-rule', 'Choose an alert rule to see what changes.')
    : t('route.preview.no-label', 'Enter a label to see what changes.');
}

function wordsOf(plan: RoutePlan, kind: Kind): string[] {
  const { policies, rule, effect, isChange } = plan;
  if (rule) {
    return isChange ? ruleWords(rule) : [];
  }
  const changes = (policies?.changes ?? []).map(describeChange);
  if (!effect) {
    return changes;
  }
  const effects = describeEffect(effect, kind);
  // Without a change the first sentence only says so.
  return [...changes, ...(isChange ? effects : effects.slice(1))];
}

/** Routed, and yet nothing comes: by which timings, and where they are changed. */
function HeldBackLine({ heldBack }: { heldBack: HeldBack }) {
  const names = heldBack.timings.join(', ');
  return (
    <li>
      <Text color="warning">
        {'policy' in heldBack
          ? t(
              'route.held.policy',
              'The policy for {{matchers}} never lets an alert through, because of {{names}}.',
              verbatim({ matchers: matchersText(heldBack.policy.matchers), names })
            )
          : t(
              'route.held.rule',
              'The rule {{rule}} never lets an alert through, because of {{names}}.',
              verbatim({ rule: heldBack.rule.title, names })
            )}
      </Text>{' '}
      <TextLink
        href={'policy' in heldBack ? grafanaPaths.notificationPolicies() : grafanaPaths.rule(heldBack.rule.uid)}
      >
        {t('route.held.change', 'Change or remove these timings in Grafana')}
      </TextLink>
    </li>
  );
}

function ruleWords(rule: RulePlan): string[] {
  const values = verbatim({ rule: rule.before.title, from: rule.before.receiver ?? '', to: rule.receiver ?? '' });
  return [
    rule.receiver === undefined
      ? t('route.rule.follows-again', 'The rule {{rule}} follows the notification policies again.', values)
      : rule.before.policyTree !== undefined
        ? t(
            'route.rule.leaves-tree',
            'The rule {{rule}} sends to {{to}} instead of following the policy tree {{tree}}.',
            verbatim({ rule: rule.before.title, to: rule.receiver, tree: rule.before.policyTree })
          )
        : rule.before.receiver === undefined
          ? t('route.rule.chooses', 'The rule {{rule}} sends to {{to}}, past the notification policies.', values)
          : t('route.rule.moves', 'The rule {{rule}} sends to {{to}} instead of {{from}}.', values),
    rule.receiver === undefined
      ? t('route.rule.loses', 'Its own notification timing goes with its contact point.')
      : t('route.rule.keeps', 'Everything else in the rule stays as it is.'),
  ];
}

function linesOf({ policies, rule }: RoutePlan) {
  return rule
    ? [linesOfRule(rule)].flatMap((lines) => lines ?? [])
    : (policies?.changes ?? []).flatMap((change) => linesOfChange(change) ?? []);
}

const getStyles = (theme: GrafanaTheme2) => ({
  words: css({
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    paddingInlineStart: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  }),
  trees: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: theme.spacing(2),
  }),
});
