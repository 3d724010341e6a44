import { cadencesOf as waysOf, type Cadence } from './cadencesOf';
import { is, policy, rule } from './testing/policies';
import type { AlertRule, LabelSet, NotificationPolicy } from '../policies/types';
import { compilePolicies } from '../policies/compilePolicies';
import { calculateTiming } from '../timing/calculateTiming';

const isCalculated = (way: ReturnType<typeof waysOf>[number]): way is Cadence => way.kind !== 'policyTree';

/** The ways of a rule that follows the default tree or chooses its contact point. */
function cadencesOf(ofRule: AlertRule, tree: NotificationPolicy, labelSets: LabelSet[] = [], areAll = true) {
  return waysOf(ofRule, { labelSets, areAll }, compilePolicies(tree)).filter(isCalculated);
}

const receivers = (found: ReturnType<typeof cadencesOf>) =>
  found.map(({ receiver, isCertain }) => (isCertain ? receiver : `${receiver}?`));

describe('a rule with direct routing', () => {
  const direct = { receiver: 'IRM', groupWait: 0, groupInterval: undefined, repeatInterval: 60 };

  test('takes what it does not say from the default policy', () => {
    const [cadence, ...others] = cadencesOf(rule({ direct }), policy('mail', { groupInterval: 120 }));
    expect(others).toEqual([]);
    expect(cadence).toMatchObject({
      receiver: 'IRM',
      timing: { evaluationInterval: 60, pendingPeriod: 300, groupWait: 0, groupInterval: 120, repeatInterval: 60 },
      sources: { groupWait: 'rule', groupInterval: 'inherited', repeatInterval: 'rule' },
      kind: 'direct',
      isCertain: true,
    });
  });

  test('falls back on the defaults of Alertmanager, and other policies do not matter', () => {
    const policies = policy('mail', { routes: [policy('pager', { groupInterval: 1 })] });
    const [cadence] = cadencesOf(rule({ direct: { ...direct, groupWait: undefined } }), policies);
    expect(cadence?.timing).toMatchObject({ groupWait: 30, groupInterval: 300 });
    expect(cadence?.sources).toEqual({ groupWait: 'default', groupInterval: 'default', repeatInterval: 'rule' });
  });
});

describe('a rule that follows the policies', () => {
  test('without any: 5 minutes, looked at before 4 hours are over, make a repeat of up to 4 h 5 min', () => {
    const [cadence] = cadencesOf(rule(), policy('mail'));
    expect(cadence?.timing).toMatchObject({ groupWait: 30, groupInterval: 300, repeatInterval: 14_400 });
    expect(cadence?.sources).toEqual({ groupWait: 'default', groupInterval: 'default', repeatInterval: 'default' });
    const report = cadence && calculateTiming(cadence.timing, 86_400);
    expect(report?.gap).toEqual({ least: 14_400, greatest: 14_700 });
    expect(report?.firstBeat?.least).toBe(330);
  });

  test('takes timing and contact point from the deepest policy that matches, handed down from above', () => {
    const team = policy('', { matchers: is('grafana_folder', 'Serv.*', '=~'), repeatInterval: 600 });
    const critical = policy('pager', { matchers: is('severity', 'critical'), groupWait: 5, routes: [team] });
    const [cadence, ...others] = cadencesOf(rule(), policy('mail', { groupInterval: 60, routes: [critical] }));
    expect(others).toEqual([]);
    expect(cadence).toMatchObject({
      receiver: 'pager',
      timing: { groupWait: 5, groupInterval: 60, repeatInterval: 600 },
      sources: { groupWait: 'inherited', groupInterval: 'inherited', repeatInterval: 'policy' },
      kind: 'policy',
      path: [is('severity', 'critical'), is('grafana_folder', 'Serv.*', '=~')],
      isCertain: true,
    });
  });

  test('stops at the first match unless that says to continue', () => {
    const first = policy('a', { matchers: is('severity', 'critical') });
    const second = policy('b', { matchers: is('alertname', 'Disk full') });
    const tree = (goesOn: boolean) => policy('mail', { routes: [{ ...first, continue: goesOn }, second] });
    expect(receivers(cadencesOf(rule(), tree(false)))).toEqual(['a']);
    expect(receivers(cadencesOf(rule(), tree(true)))).toEqual(['a', 'b']);
  });

  test('a policy that does not match is left out, by every operator', () => {
    const routes = [
      policy('a', { matchers: is('severity', 'warning') }),
      policy('b', { matchers: is('severity', 'critical', '!=') }),
      policy('c', { matchers: is('severity', 'crit', '=~') }),
      policy('d', { matchers: is('severity', 'crit.*', '!~') }),
      policy('e', { matchers: [...is('severity', 'critical'), ...is('alertname', 'Other')] }),
    ];
    expect(receivers(cadencesOf(rule(), policy('mail', { routes })))).toEqual(['mail']);
  });
});

describe('labels that only alerts have', () => {
  const byTeam = policy('team', { matchers: is('team', 'web') });
  const rest = policy('critical', { matchers: is('severity', 'critical') });
  const tree = policy('mail', { routes: [byTeam, rest] });

  test('leave it open which policy applies', () => {
    expect(receivers(cadencesOf(rule(), tree))).toEqual(['team?', 'critical?']);
    expect(receivers(cadencesOf(rule({ labels: {} }), tree))).toEqual(['team?', 'critical?', 'mail?']);
  });

  test('do not touch what comes after a policy that says to continue', () => {
    const goesOn = policy('mail', { routes: [{ ...byTeam, continue: true }, rest] });
    expect(receivers(cadencesOf(rule(), goesOn))).toEqual(['team?', 'critical']);
  });

  test('are known of the alerts that the rule has now, and of no others', () => {
    const alert = (team: string) => [{ alertname: 'Disk full', severity: 'critical', team }];
    expect(receivers(cadencesOf(rule(), tree, alert('web')))).toEqual(['team?']);
    expect(cadencesOf(rule(), tree, alert('db'))).toMatchObject([{ receiver: 'critical', doubt: 'alertsOfNow' }]);
  });

  test('a templated label and a foreign regular expression leave it open, too', () => {
    expect(
      receivers(cadencesOf(rule({ labels: { severity: '{{ $labels.level }}' } }), policy('mail', { routes: [rest] })))
    ).toEqual(['critical?', 'mail?']);
    const foreign = policy('x', { matchers: is('severity', '(?i)CRITICAL', '=~') });
    expect(receivers(cadencesOf(rule(), policy('mail', { routes: [foreign] })))).toEqual(['x?', 'mail?']);
  });
});

describe('alerts with several label sets', () => {
  const byTeam = policy('team', { matchers: is('team', 'web') });
  const tree = policy('mail', { routes: [byTeam] });
  const alert = (instance: string, team: string) => ({ alertname: 'Disk full', severity: 'critical', instance, team });

  test('that agree make one way, certain for them', () => {
    const [way, ...others] = cadencesOf(rule(), tree, [alert('a', 'web'), alert('b', 'web')]);
    expect(others).toEqual([]);
    expect(way).toMatchObject({ receiver: 'team', doubt: 'alertsOfNow', labelSets: [] });
  });

  test('that do not agree make several, each with the labels that lead to it', () => {
    const ways = cadencesOf(rule(), tree, [alert('a', 'web'), alert('b', 'db'), alert('c', 'db'), alert('c', 'db')]);
    expect(ways).toMatchObject([
      { receiver: 'team', isCertain: false, doubt: 'someAlerts', labelSets: [{ instance: 'a', team: 'web' }] },
      {
        receiver: 'mail',
        isCertain: false,
        doubt: 'someAlerts',
        labelSets: [
          { instance: 'b', team: 'db' },
          { instance: 'c', team: 'db' },
        ],
      },
    ]);
  });

  test('a way that all of them take stays certain beside others that some take', () => {
    const all = policy('log', { matchers: is('severity', 'critical'), continue: true });
    const ways = cadencesOf(rule(), policy('mail', { routes: [all, byTeam] }), [alert('a', 'web'), alert('b', 'db')]);
    expect(receivers(ways)).toEqual(['log', 'team?']);
  });

  test('of which not all were read leave open what the others do', () => {
    const ways = cadencesOf(rule(), tree, [alert('a', 'web'), alert('b', 'web')], false);
    expect(ways.map(({ receiver, doubt }) => [receiver, doubt])).toEqual([
      ['team', 'moreAlerts'],
      ['mail', 'moreAlerts'],
    ]);
    const byRule = policy('mail', { routes: [policy('p', { matchers: is('severity', 'critical') })] });
    expect(receivers(cadencesOf(rule(), byRule, [alert('a', 'web')], false))).toEqual(['p']);
  });

  test('a regular expression of Grafana’s own kind is told from labels that are not known', () => {
    const foreign = policy('x', { matchers: is('severity', '(?i)CRITICAL', '=~') });
    const ways = cadencesOf(rule(), policy('mail', { routes: [foreign] }), [alert('a', 'web')]);
    expect(ways.map(({ doubt }) => doubt)).toEqual(['pattern', 'pattern']);
  });

  test('policies that say the same are one way', () => {
    const twin = { ...byTeam, continue: true };
    expect(receivers(cadencesOf(rule(), policy('mail', { routes: [twin, twin] }), [alert('a', 'web')]))).toEqual([
      'team?',
    ]);
  });
});

test('a rule that names a tree of its own is not guessed at', () => {
  expect(
    waysOf(rule({ policyTree: 'team-a' }), { labelSets: [], areAll: true }, compilePolicies(policy('mail')))
  ).toEqual([{ kind: 'policyTree', name: 'team-a', isCertain: false }]);
});
