/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { config } from '@grafana/runtime';
import * as v from 'valibot';
import { kept } from './kept';

const before = { appSubUrl: config.appSubUrl, namespace: config.namespace };
afterEach(() => {
  Object.assign(config, before);
  window.localStorage.clear();
});

const choice = kept('local', 'choice', v.string());
const proof = kept('local', 'proof', v.string(), 'grafana');

test.each([
  ['another organization', { namespace: 'org-2' }],
  ['another Grafana at the same host', { appSubUrl: '/staging' }],
])('%s has its own', (_, place) => {
  choice.write('first');
  Object.assign(config, place);
  expect(choice.read()).toBeUndefined();
  choice.write('second');
  Object.assign(config, before);
  expect(choice.read()).toBe('first');
  choice.forget();
  expect(choice.read()).toBeUndefined();
  Object.assign(config, place);
  expect(choice.read()).toBe('second');
});

test('what holds of a Grafana holds in each of its organizations, and in no other Grafana', () => {
  proof.write('two replicas');
  Object.assign(config, { namespace: 'org-2' });
  expect(proof.read()).toBe('two replicas');
  Object.assign(config, { appSubUrl: '/staging' });
  expect(proof.read()).toBeUndefined();
});
