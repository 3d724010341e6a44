import { t } from '@grafana/i18n';
import type { CoverageWay, ReachDoubt, RuleCoverage } from '../connection/coverage/coverageOf';
import type { Receiver, UnknownWhy } from '../connection/policies/receiver';
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
  if (rules === 0) {
    return t('coverage.summary.no-rules', 'No active alert rules besides heartbeats');
  }
  const [type] = types;
  const parts = [
    irm === 0
      ? t('coverage.summary.irm-none', 'none reaches IRM')
      : t('coverage.summary.irm', '{{count, number}} reach IRM', {
          count: irm,
          defaultValue_one: '{{count, number}} reaches IRM',
        }),
    ...(elsewhere === 0
      ? []
      : [
          type !== undefined && types.length === 1
            ? t('coverage.summary.only', '{{count, number}} only {{type}}', {
                ...verbatim({ type: typeName(type) }),
                count: elsewhere,
              })
            : t('coverage.summary.elsewhere', '{{count, number}} only other contact points', { count: elsewhere }),
        ]),
    ...(depends === 0
      ? []
      : [
          t('coverage.summary.depends', '{{count, number}} are not certain', {
            count: depends,
            defaultValue_one: '{{count, number}} is not certain',
          }),
        ]),
    ...(nobody === 0 ? [] : [t('coverage.summary.nobody', '{{count, number}} nobody', { count: nobody })]),
  ].join(', ');
  return t('coverage.summary.sentence', 'Of {{count, number}} rules, {{parts}}', {
    ...verbatim({ parts }),
    count: rules,
    defaultValue_one: 'Of {{count, number}} rule, {{parts}}',
  });
}

/** What is not in that sentence. */
export function summaryNotes({ paused, held }: CoverageSummary): string[] {
  return [
    ...(held === 0
      ? []
      : [
          t('coverage.note.held', '{{count, number}} do not reach IRM at all times, because of their timings.', {
            count: held,
            defaultValue_one: '{{count, number}} does not reach IRM at all times, because of its timings.',
          }),
        ]),
    ...(paused === 0
      ? []
      : [
          t('coverage.note.paused', '{{count, number}} paused rules are not counted.', {
            count: paused,
            defaultValue_one: '{{count, number}} paused rule is not counted.',
          }),
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
    case 'unseen':
      return t('coverage.doubt.contact-point', 'Sends to a contact point that could not be read');
    default:
      return describeUnclear(doubt);
  }
}

/** Why it is not known whether a contact point that was read sends alerts to IRM. */
function describeUnclear(why: Exclude<UnknownWhy, 'unseen'>): string {
  switch (why) {
    case 'addressTemplate':
      return t('coverage.unclear.template', 'Not known whether it sends to IRM: a template fills in the address');
    case 'addressHidden':
      return t('coverage.unclear.hidden', 'Not known whether it sends to IRM: Grafana does not show the address');
    case 'mail':
      return t('coverage.unclear.mail', 'Not known whether it sends to IRM: the e-mail address looks like one of IRM');
    case 'form':
      return t('coverage.unclear.form', 'Not known whether IRM finds the alerts: they are sent as a form');
    case 'payload':
      return t('coverage.unclear.payload', 'Not known whether IRM finds the alerts: they are sent as a custom payload');
  }
}

/** Where that is a contact point, of which the names of the ways say nothing. */
export const describeDoubtOfWay = ({ doubt }: RuleCoverage): string | undefined =>
  doubt === undefined || doubt === 'labels' || doubt === 'policyTree' ? undefined : describeReachDoubt(doubt);

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
      return target.why === 'unseen'
        ? t('coverage.receiver.unknown', 'Not among the contact points that you can see')
        : describeUnclear(target.why);
    case 'nobody':
      return {
        empty: t('coverage.receiver.empty', 'Has no integration, so nobody is notified'),
        placeholder: t('coverage.receiver.placeholder', 'Sends to the example address that Grafana comes with'),
        silent: t('coverage.receiver.silent', 'Is set to an address to which Grafana sends nothing'),
        refused: t(
          'coverage.receiver.refused',
          'IRM refuses what it sends: it takes JSON by POST, at the exact URL of the integration'
        ),
        heartbeat: t('coverage.receiver.heartbeat', 'Is a heartbeat, which pages nobody'),
      }[target.why];
  }
}

/** Why nothing leaves by a way whose timings are shut. */
export const describeShut = ({ muteTimings, activeTimings }: Pick<CoverageWay, 'muteTimings' | 'activeTimings'>) =>
  t(
    'coverage.timings.shut',
    'Never sent, because of {{names}}',
    verbatim({ names: [...muteTimings, ...activeTimings].join(', ') })
  );

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
