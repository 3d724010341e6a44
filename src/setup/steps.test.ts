import { connectionsOf } from '../connection/ownership/connections';
import { endpointUrl, heartbeatUrl } from '../connection/endpoint/integrationPath';
import type { HeartbeatRule, Integration } from '../connection/model';
import { endpoint, heartbeatRule, integration } from '../connection/testing/fixtures';
import { objects } from '../connection/testing/planning';
import { findStep, nextStep, STEPS, successorOf, type WizardState } from './steps';

const alerts = integration({ uid: 'a', name: 'Pager', url: endpointUrl(endpoint) });
const beats = integration({ uid: 'b', name: 'Beats', url: heartbeatUrl(endpoint) });

/** The wizard as Grafana's objects let it stand, and what was seen at work. */
function withObjects(integrations: Integration[], rules: HeartbeatRule[] = [], seen: Partial<WizardState> = {}) {
  const [connection] = connectionsOf(objects({ integrations, rules }));
  return { ...start, connection, endpoint: connection?.endpoint, ...seen };
}

const start: WizardState = {
  connection: undefined,
  endpoint: undefined,
  isProven: false,
  isBeating: false,
  isRuleUnread: false,
};
const openSteps = (state: WizardState) => STEPS.filter((step) => step.isOpen(state)).map(({ id }) => id);
const doneSteps = (state: WizardState) => STEPS.filter((step) => step.isDone(state)).map(({ id }) => id);
const ALL = ['integration', 'contact-point', 'heartbeat', 'verify'];
const RULE = heartbeatRule({ receiver: 'Beats' });

test.each<[string, WizardState, string[], string[], string]>([
  ['nothing yet', start, ['integration'], [], 'integration'],
  ['an endpoint', { ...start, endpoint }, ['integration', 'contact-point'], ['integration'], 'contact-point'],
  ['a contact point that was not tested', withObjects([alerts]), ALL, ['integration'], 'contact-point'],
  [
    'a contact point whose test was accepted',
    withObjects([alerts], [], { isProven: true }),
    ALL,
    ['integration', 'contact-point'],
    'heartbeat',
  ],
  [
    'only a heartbeat, made by hand',
    withObjects([beats]),
    ['integration', 'contact-point', 'heartbeat'],
    ['integration'],
    'contact-point',
  ],
  [
    'a heartbeat whose rule is missing',
    withObjects([alerts, beats], [], { isProven: true }),
    ALL,
    ['integration', 'contact-point'],
    'heartbeat',
  ],
  [
    'everything, before the first heartbeat',
    withObjects([alerts, beats], [RULE], { isProven: true }),
    ALL,
    ['integration', 'contact-point', 'heartbeat'],
    'verify',
  ],
  [
    'everything, seen at work',
    withObjects([alerts, beats], [RULE], { isProven: true, isBeating: true }),
    ALL,
    ALL,
    'verify',
  ],
  [
    'deliveries that could not be read',
    withObjects([alerts, beats], [RULE], { isProven: undefined, isBeating: undefined }),
    ALL,
    ['integration', 'heartbeat'],
    'verify',
  ],
  [
    'rules that could not be read',
    withObjects([alerts, beats], [], { isProven: true, isBeating: undefined, isRuleUnread: true }),
    ALL,
    ['integration', 'contact-point'],
    'verify',
  ],
])('with %s the wizard knows what is open, what is done and where to go on', (_, state, open, done, next) => {
  expect(openSteps(state)).toEqual(open);
  expect(doneSteps(state)).toEqual(done);
  expect(nextStep(state)).toBe(next);
});

test('every step says what it is for and where to read more', () => {
  for (const step of STEPS) {
    expect(step.title()).not.toBe('');
    expect(step.why().length).toBeGreaterThan(40);
    expect(step.docs().length).toBeGreaterThan(0);
    step.docs().forEach(({ href }) => expect(href).toMatch(/^https:\/\/grafana\.com\/docs\//));
  }
});

test('an unknown step is none', () => {
  expect(findStep('nonsense')).toBeUndefined();
  expect(findStep(undefined)).toBeUndefined();
});

test('addresses of steps of earlier versions lead to those that took their place', () => {
  expect(successorOf('endpoint')).toBe('integration');
  expect(successorOf('proof')).toBe('verify');
  expect(successorOf('nonsense')).toBeUndefined();
});
