import { t } from '@grafana/i18n';
import type { CoverageWay, ReachDoubt, RuleCoverage } from '../connection/coverage/coverageOf';
import type { Receiver } from '../connection/coverage/receiver';
import type { CoverageGroup, CoverageSummary } from '../connection/coverage/summary';
import { verbatim } from '../ui/verbatim';

/** Grafana's names of types of integrations, where they are not names of their own. */
const TYPES: Readonly<Record<string, string>> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
  telegram: 'Telegram',
  pagerduty: 'PagerDuty',
  opsgenie: 'Opsgenie',
  discord: 'Discord',
  victorops: 'VictorOps',
  'prometheus-alertmanager': 'Alertmanager',
  oncall: 'OnCall',
};

const typeName = (type: string) => TYPES[type] ?? type;

/** A count for people: 10,000. */
export const shown = (count: number) => count.toLocaleString('en-US');

/** Whom rules reach, in the words of the filter and of a row. */
export function groupText(group: CoverageGroup): string {
  switch (group) {
    case 'irm':
      return t('coverage.group.irm', 'Reaches IRM');
    case 'elsewhere':
      return t('coverage.group.elsewhere', 'Not IRM');
    case 'nobody':
      return t('coverage.group.nobody', 'Nobody');
    case 'depends':
      return t('coverage.group.depends', 'Depends');
    case 'paused':
      return t('coverage.group.paused', 'Paused');
    case 'heartbeat':
      return t('coverage.group.heartbeat', 'Heartbeat');
  }
}

/**
 * "Of 214 rules, 180 reach IRM, 30 only email, 4 nobody".
 *
 * @param types what kinds of integrations those have that never reach IRM
 */
export function summarySentence(summary: CoverageSummary, types: readonly string[]): string {
  const { rules, irm, elsewhere, nobody, depends } = summary;
  const [type] = types;
  const parts = [
    irm === 0
      ? t('coverage.summary.irm-none', 'none reaches IRM')
      : irm === 1
        ? t('coverage.summary.irm-one', '1 reaches IRM')
        : t('coverage.summary.irm', '{{irm}} reach IRM', { irm: shown(irm) }),
    ...(elsewhere === 0
      ? []
      : [
          type !== undefined && types.length === 1
            ? t(
                'coverage.summary.only',
                '{{elsewhere}} only {{type}}',
                verbatim({ elsewhere: shown(elsewhere), type: typeName(type) })
              )
            : t('coverage.summary.elsewhere', '{{elsewhere}} only other contact points', {
                elsewhere: shown(elsewhere),
              }),
        ]),
    ...(depends === 0
      ? []
      : [
          depends === 1
            ? t('coverage.summary.depends-one', '1 depends on its alerts')
            : t('coverage.summary.depends', '{{depends}} depend on their alerts', { depends: shown(depends) }),
        ]),
    ...(nobody === 0 ? [] : [t('coverage.summary.nobody', '{{nobody}} nobody', { nobody: shown(nobody) })]),
  ].join(', ');
  return rules === 1
    ? t('coverage.summary.sentence-one', 'Of 1 rule, {{parts}}', verbatim({ parts }))
    : t('coverage.summary.sentence', 'Of {{rules}} rules, {{parts}}', verbatim({ rules: shown(rules), parts }));
}

/** What is not in that sentence. */
export function summaryNotes({ paused, held }: CoverageSummary): string[] {
  return [
    ...(held === 0
      ? []
      : [
          held === 1
            ? t('coverage.note.held-one', '1 does not reach IRM at all times, because of its timings.')
            : t('coverage.note.held', '{{held}} do not reach IRM at all times, because of their timings.', {
                held: shown(held),
              }),
        ]),
    ...(paused === 0
      ? []
      : [
          paused === 1
            ? t('coverage.note.paused-one', '1 paused rule is not counted.')
            : t('coverage.note.paused', '{{paused}} paused rules are not counted.', { paused: shown(paused) }),
        ]),
  ];
}

/** Why it is not certain whom a rule reaches. */
export function describeReachDoubt(doubt: ReachDoubt): string {
  switch (doubt) {
    case 'labels':
      return t('coverage.doubt.labels', 'Depends on labels that only alerts have');
    case 'policyTree':
      return t('coverage.doubt.tree', 'Follows a notification policy tree that could not be read');
    case 'contactPoint':
      return t('coverage.doubt.contact-point', 'Sends to a contact point that could not be read');
  }
}

/** The contact points of a rule: "IRM, then mail?". Those that are not certain are marked. */
export function describeWays({ ways, doubt }: RuleCoverage): string {
  if (ways.length === 0) {
    return doubt ? describeReachDoubt(doubt) : '';
  }
  const names = new Map<string, boolean>();
  for (const { receiver, isCertain } of ways) {
    names.set(receiver, (names.get(receiver) ?? false) || isCertain);
  }
  const texts = [...names].map(([receiver, isCertain]) =>
    isCertain || names.size === 1
      ? receiver
      : t('coverage.way.possible', '{{receiver}} (possible)', verbatim({ receiver }))
  );
  return texts.join(', ');
}

/** How a rule finds its contact points, in two or three words. */
export function describeVia({ rule, ways }: RuleCoverage): string {
  if (rule.direct) {
    return t('coverage.via.rule', 'set in the rule');
  }
  if (rule.policyTree !== undefined) {
    return t('coverage.via.tree', 'policy tree {{name}}', verbatim({ name: rule.policyTree }));
  }
  const [only] = ways;
  return ways.length === 1 && only?.kind === 'policy' && only.path.length === 0
    ? t('coverage.via.default', 'default policy')
    : t('coverage.via.policies', 'notification policies');
}

/** What a contact point does with alerts, where that is worth a word. */
export function describeReceiver(target: Receiver): string {
  switch (target.kind) {
    case 'irm':
      return t('coverage.receiver.irm', 'Sends alerts to IRM');
    case 'elsewhere':
      return t(
        'coverage.receiver.elsewhere',
        'Sends to {{types}}, not to IRM',
        verbatim({ types: target.types.map(typeName).join(', ') })
      );
    case 'unknown':
      return t('coverage.receiver.unknown', 'Not among the contact points that you can see');
    case 'nobody':
      return {
        empty: t('coverage.receiver.empty', 'Has no integration, so nobody is notified'),
        placeholder: t('coverage.receiver.placeholder', 'Sends to the example address that Grafana comes with'),
        heartbeat: t('coverage.receiver.heartbeat', 'Is a heartbeat, which pages nobody'),
      }[target.why];
  }
}

/** Timings that hold a way back. */
export function describeTimings({
  muteTimings,
  activeTimings,
}: Pick<CoverageWay, 'muteTimings' | 'activeTimings'>): string {
  return [
    ...(muteTimings.length === 0
      ? []
      : [t('coverage.timings.mute', 'Muted during {{names}}', verbatim({ names: muteTimings.join(', ') }))]),
    ...(activeTimings.length === 0
      ? []
      : [t('coverage.timings.active', 'Sent only during {{names}}', verbatim({ names: activeTimings.join(', ') }))]),
  ].join('. ');
}
