import * as v from 'valibot';
import { alwaysFiring, contactPoint, testEngine } from '../../sandbox/grafana/alerting/testEngine';
import type { NotificationPolicy } from '../../sandbox/grafana/context';
import { compileRouting, coverageOf } from '../connection/coverage/coverageOf';
import { direct, rule } from '../connection/coverage/testing/policies';
import type { AlertRule } from '../connection/policies/types';
import { policyFromWire, policyTree } from './wire/policy';

const NAMES = ['irm', 'mail', 'pager'];
const quick = { group_wait: '1s', group_by: ['alertname'] };

/** Trees as Grafana stores them. */
const TREES: Record<string, NotificationPolicy> = {
  'the default policy alone': { receiver: 'mail', ...quick },
  'neighbours, of which the first that matches wins': {
    ...{ receiver: 'mail', ...quick },
    routes: [
      { receiver: 'irm', object_matchers: [['severity', '=', 'critical']] },
      { receiver: 'pager', object_matchers: [['team', '=~', 'web|db']] },
    ],
  },
  'copies, which go on to the neighbours': {
    ...{ receiver: 'mail', ...quick },
    routes: [
      { receiver: 'irm', object_matchers: [['severity', '=', 'critical']], continue: true },
      { receiver: 'pager', object_matchers: [['team', '!=', 'web']] },
    ],
  },
  'policies below each other, of which one names no contact point': {
    ...{ receiver: 'mail', ...quick },
    routes: [
      {
        object_matchers: [['team', '=~', '.+']],
        routes: [{ receiver: 'irm', object_matchers: [['severity', '=~', 'crit.*']] }],
      },
      { receiver: 'pager', object_matchers: [['alertname', '!~', 'c.*']] },
    ],
  },
  'a label that is missing, which counts as empty': {
    ...{ receiver: 'mail', ...quick },
    routes: [{ receiver: 'irm', object_matchers: [['team', '=', '']] }],
  },
  'the older writing of matchers': {
    ...{ receiver: 'mail', ...quick },
    routes: [{ receiver: 'irm', matchers: ['severity="critical"', 'team!="db"'] }],
  },
};

const RULES: Array<{ uid: string; labels: Record<string, string>; direct?: string }> = [
  { uid: 'a', labels: {} },
  { uid: 'b', labels: { severity: 'critical' } },
  { uid: 'c', labels: { severity: 'critical', team: 'web' } },
  { uid: 'd', labels: { severity: 'info', team: 'db' } },
  { uid: 'e', labels: { severity: 'critical' }, direct: 'pager' },
];

const ruleOf = ({ uid, labels, direct: receiver }: (typeof RULES)[number]): AlertRule =>
  rule({
    ...{ uid, title: uid, folderUid: 'f', folder: 'IRM heartbeats', group: uid, labels },
    ...{ evaluationInterval: 10, pendingPeriod: 0, direct: receiver ? direct(receiver) : undefined },
  });

test.each(Object.entries(TREES))(
  'alerts that are really sent take the ways that were told: %s',
  async (_, policies) => {
    const engine = testEngine({ policies });
    engine.contactPoints.push(...NAMES.map((name) => contactPoint(name)));
    for (const { uid, labels, direct } of RULES) {
      const routed = { notificationSettings: direct ? { receiver: direct } : undefined };
      engine.rules.put(alwaysFiring(uid, { labels, ...routed }));
    }
    engine.alertmanager.loadConfiguration();
    await engine.clock.advance(60_000);
    engine.stop();

    const sentTo = new Map<string, Set<string>>();
    for (const { url, body } of engine.arrivals) {
      for (const { labels } of body.alerts) {
        const rule = labels.alertname ?? '';
        sentTo.set(rule, (sentTo.get(rule) ?? new Set()).add(url.split('/').at(-2) ?? ''));
      }
    }
    const routing = compileRouting(policyFromWire(v.parse(policyTree, policies)), (name) =>
      name === 'irm' ? { kind: 'irm', connections: ['x'] } : { kind: 'elsewhere', types: ['email'] }
    );
    for (const rule of RULES) {
      const { ways, reach } = coverageOf(ruleOf(rule), routing);
      const really = [...(sentTo.get(rule.uid) ?? [])].sort();
      expect(really).not.toEqual([]);
      const told = ways.map(({ receiver }) => receiver);
      expect(really.filter((name) => !told.includes(name))).toEqual([]);
      const sure = ways.filter(({ isCertain }) => isCertain).map(({ receiver }) => receiver);
      expect(sure.filter((name) => !really.includes(name))).toEqual([]);
      if (reach === 'irm' || reach === 'elsewhere') {
        expect(really.includes('irm')).toBe(reach === 'irm');
      }
    }
  }
);
