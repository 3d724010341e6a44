import fc from 'fast-check';
import { coverageOf, compileRouting, type RuleCoverage } from './coverageOf';
import { UNSEEN, type Receiver } from '../policies/receiver';
import { PATTERNS, takenBy, type Taken } from './testing/naiveAlertmanager';
import { rule } from './testing/policies';
import type { AlertRule, LabelMatcher, NotificationPolicy } from '../policies/types';

const NAMES = ['team', 'severity', 'instance'] as const;
const VALUES = ['', 'web', 'db', 'WEB', 'x'];
const RECEIVERS: Readonly<Record<string, Receiver>> = {
  irm: { kind: 'irm', connections: ['a'] },
  pager: { kind: 'irm', connections: ['b'] },
  mail: { kind: 'elsewhere', types: ['email'] },
  empty: { kind: 'nobody', why: 'empty' },
};
const receivers = (name: string): Receiver => RECEIVERS[name] ?? UNSEEN;

const value = fc.constantFrom(...VALUES);
const matcher: fc.Arbitrary<LabelMatcher> = fc.oneof(
  fc.record({
    name: fc.constantFrom(...NAMES, 'alertname', 'grafana_folder'),
    operator: fc.constantFrom('=' as const, '!=' as const),
    value: fc.oneof(value, fc.constantFrom('Disk full', 'Servers')),
  }),
  fc.record({
    name: fc.constantFrom(...NAMES),
    operator: fc.constantFrom('=~' as const, '!~' as const),
    value: fc.constantFrom(...Object.keys(PATTERNS)),
  })
);

const none = { groupWait: undefined, groupInterval: undefined, repeatInterval: undefined };
/** At most so many policies below each other. */
const tree = (depth: number): fc.Arbitrary<NotificationPolicy> =>
  fc.record({
    receiver: fc.constantFrom('', ...Object.keys(RECEIVERS)),
    matchers: fc.array(matcher, { maxLength: 2 }),
    continue: fc.boolean(),
    muteTimings: fc.constantFrom<string[]>([], [], [], ['weekend']),
    groupWait: fc.constantFrom(undefined, 5),
    groupInterval: fc.constant(undefined),
    repeatInterval: fc.constantFrom(undefined, 60),
    routes: depth === 0 ? fc.constant([]) : fc.array(tree(depth - 1), { maxLength: 3 }),
  });

const policies = fc
  .record({ tree: tree(3), receiver: fc.constantFrom(...Object.keys(RECEIVERS)) })
  .map(({ tree: root, receiver }): NotificationPolicy => ({
    ...root,
    ...none,
    receiver,
    matchers: [],
    muteTimings: [],
  }));

const TEMPLATE = '{{ $labels.x }}';
const labels = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(value, fc.constant(TEMPLATE)), { maxKeys: 3 });

const ruleWith = (own: Record<string, string>): AlertRule => rule({ labels: own });

/** Every alert that the rule can have, as far as it matters to these policies. */
function alertsOf(own: Record<string, string>): Array<Record<string, string>> {
  return NAMES.reduce<Array<Record<string, string>>>(
    (found, name) => {
      const set = own[name];
      // A query does not change what the rule sets.
      const possible = set && set !== TEMPLATE ? [set] : VALUES;
      return found.flatMap((known) => possible.map((one) => (one === '' ? known : { ...known, [name]: one })));
    },
    [{ alertname: 'Disk full', grafana_folder: 'Servers', __alert_rule_uid__: 'disk' }]
  );
}

const kinds = (taken: readonly Taken[]) => new Set(taken.map(({ receiver }) => receivers(receiver).kind));

const reachOf = (found: ReadonlySet<Receiver['kind']>) =>
  found.has('irm') ? 'irm' : found.has('elsewhere') ? 'elsewhere' : 'nobody';

/** Matchers on the way, which is how a way names its policy. */
function pathOf({ place }: Taken, root: NotificationPolicy): string {
  let policy: NotificationPolicy | undefined = root;
  const path = place.map((index) => {
    policy = policy?.routes[index];
    return policy?.matchers;
  });
  return JSON.stringify(path);
}

const wayText = (coverage: RuleCoverage, isCertain?: boolean) =>
  coverage.ways
    .filter((way) => isCertain === undefined || way.isCertain === isCertain)
    .map((way) => `${way.receiver} ${way.kind === 'policy' ? JSON.stringify(way.path) : ''}`);

test('what is said for certain holds for every alert that the rule may have, in thousands of policy trees', () => {
  const told = { certain: 0, depends: 0, needlessly: 0 };
  fc.assert(
    fc.property(policies, labels, (root, own) => {
      const coverage = coverageOf(ruleWith(own), compileRouting(root, receivers));
      const answers = alertsOf(own).map((alert) => takenBy(alert, root));
      const [all, sure] = [new Set(wayText(coverage)), wayText(coverage, true)];
      const wrong = (what: string) => {
        throw new Error(`${what}: ${JSON.stringify({ own, root, reach: coverage.reach, ways: [...all] })}`);
      };
      for (const taken of answers) {
        const really = taken.map((one) => `${one.receiver} ${pathOf(one, root)}`);
        const found = kinds(taken);
        if (really.some((way) => !all.has(way))) {
          wrong('a way is missing');
        }
        if (sure.some((way) => !really.includes(way))) {
          wrong('a way is certain that is not taken');
        }
        if ([...found].some((kind) => !coverage.may[kind])) {
          wrong('somebody is reached who cannot be');
        }
        if (coverage.reach !== 'depends' && coverage.reach !== reachOf(found)) {
          wrong('somebody else is reached');
        }
        const isReachedAnyway = taken.some((one) => receivers(one.receiver).kind === 'irm' && !one.isHeld);
        if (coverage.reach === 'irm' && !coverage.isHeld && !isReachedAnyway) {
          wrong('IRM is not reached at all times');
        }
      }
      const isOneAnswer = new Set(answers.map((taken) => reachOf(kinds(taken)))).size === 1;
      told[coverage.reach === 'depends' ? 'depends' : 'certain']++;
      told.needlessly += coverage.reach === 'depends' && isOneAnswer ? 1 : 0;
    }),
    { numRuns: 3000 }
  );
  // Caution has a price: matchers that depend on each other, and patterns that only Grafana evaluates.
  expect(told.certain).toBeGreaterThan(1000);
  expect(told.needlessly).toBeLessThan(told.certain / 3);
});
