import * as v from 'valibot';
import { compilePolicies, type CompiledPolicy } from '../../src/connection/policies/compilePolicies';
import { labelsOfAlert, type KnownLabels } from '../../src/connection/policies/matching';
import { compilePattern } from '../../src/connection/policies/pattern';
import { outcomesOf, policiesFor } from '../../src/connection/policies/policyWalk';
import { matcherFromText } from '../../src/grafana/wire/matcherText';
import { policyFromWire, policyTree } from '../../src/grafana/wire/policy';
import { byPlace, recording } from './recording';

const trees = recording.trees.map(({ tree, ...recorded }) => {
  const root = compilePolicies(policyFromWire(v.parse(policyTree, tree)));
  const places = byPlace(root);
  const policyAt = (place: string): CompiledPolicy => {
    const policy = places.get(place);
    if (!policy) {
      throw new Error(`no policy at ${place}`);
    }
    return policy;
  };
  const alerts = recorded.alerts.map(([labels, taken]) => ({
    labels,
    /** Policies that say the same are one way. */
    taken: [...new Set(taken.map((place) => policyAt(place).resolved.key))],
    receivers: taken.map((place) => policyAt(place).resolved.receiver),
  }));
  return {
    root,
    alerts,
    routes: Object.entries(recorded.routes).map(([place, route]) => ({ place, route })),
    policyAt,
  };
});

const isPrivate = (name: string) => name.startsWith('__');

const within = (some: readonly string[], all: readonly string[]) => some.every((one) => all.includes(one));

test('what is certain of an alert is what Grafana does, in its order, and what is open holds it', () => {
  const told = { certain: 0, open: 0 };
  const wrong: unknown[] = [];
  for (const { root, alerts } of trees) {
    for (const { labels, taken } of alerts) {
      const found = policiesFor(root, labelsOfAlert(labels));
      const keys = found.map(({ resolved }) => resolved.key);
      const sure = found.filter(({ isCertain }) => isCertain).map(({ resolved }) => resolved.key);
      const isAllSure = sure.length === keys.length;
      told[isAllSure ? 'certain' : 'open']++;
      if (isAllSure ? keys.join() !== taken.join() : !within(taken, keys) || !within(sure, taken)) {
        wrong.push({ labels, found, taken });
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(told.certain).toBeGreaterThan(2 * told.open);
});

const MARKS: Record<string, number> = { irm: 1, pager: 2, mail: 4, empty: 8 };
const markOf = (receiver: string) => MARKS[receiver] ?? NaN;

test('what is certain of a rule, of which some labels are known, holds for its alerts', () => {
  let certain = 0;
  const wrong: unknown[] = [];
  for (const { root, alerts } of trees) {
    for (const { labels, taken, receivers } of alerts) {
      const set = Object.entries(labels).filter(([name, value]) => value !== '' && !isPrivate(name));
      for (const part of [set, set.slice(1), set.slice(0, 1), []]) {
        const known: KnownLabels = { labels: new Map(part), areComplete: false };
        const found = policiesFor(root, known);
        const keys = found.map(({ resolved }) => resolved.key);
        const sure = found.filter(({ isCertain }) => isCertain).map(({ resolved }) => resolved.key);
        const outcomes = outcomesOf(root, known, ({ receiver }) => markOf(receiver));
        const marks = receivers.reduce((all, receiver) => all | markOf(receiver), 0);
        if (!within(taken, keys) || !within(sure, taken) || ((outcomes >>> marks) & 1) !== 1) {
          wrong.push({ part, found, taken });
        }
        certain += sure.length;
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(certain).toBeGreaterThan(1000);
});

test('contact point, times and time intervals of a policy are what it takes from those above it', () => {
  for (const { routes, policyAt } of trees) {
    for (const { place, route } of routes) {
      const { receiver, settled, muteTimings, activeTimings } = policyAt(place).resolved;
      const [name, , wait, interval, repeat, muted, active] = route;
      const times = [settled.groupWait.value, settled.groupInterval.value, settled.repeatInterval.value];
      expect([receiver, ...times, muteTimings, activeTimings]).toEqual([name, wait, interval, repeat, muted, active]);
    }
  }
});

test('a regular expression that is evaluated means what it means to Grafana', () => {
  let told = 0;
  for (const [source, matching, others] of recording.patterns) {
    const pattern = compilePattern(source);
    const texts = [...matching.map((text) => ({ text, is: true })), ...others.map((text) => ({ text, is: false }))];
    for (const { text, is } of texts) {
      const answer = pattern(text);
      told += answer === undefined ? 0 : 1;
      expect({ source, text, answer: answer ?? is }).toEqual({ source, text, answer: is });
    }
  }
  expect(told).toBeGreaterThan(2000);
});

test('one that Grafana refuses is never evaluated', () => {
  const evaluated = recording.refusedPatterns.filter((source) => compilePattern(source)('web') !== undefined);
  expect(evaluated).toEqual([]);
});

test('matchers written as text mean what they mean to Grafana', () => {
  for (const [text, [name, operator, value]] of recording.matchers) {
    expect(matcherFromText(text)).toEqual({ name, operator, value });
  }
});
