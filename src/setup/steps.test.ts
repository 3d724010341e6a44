import { connectionsOf } from '../connection/ownership/connections';
import { endpointUrl, heartbeatUrl } from '../connection/endpoint/integrationPath';
import type { HeartbeatRule, Integration } from '../connection/model';
import { endpoint, heartbeatRule, integration } from '../connection/testing/fixtures';
import { objects } from '../connection/testing/planning';
import { EMPTY_DRAFT } from './step/draft';
import { findStep, nextStep, STEPS, stepsFor, type WizardState } from './steps';

const alerts = integration({ uid: 'a', name: 'Pager', url: endpointUrl(endpoint) });
const beats = integration({ uid: 'b', name: 'Beats', url: heartbeatUrl(endpoint) });

/** The wizard as Grafana's objects let it stand. */
function withObjects(integrations: Integration[], rules: HeartbeatRule[] = []): WizardState {
  const [connection] = connectionsOf(objects({ integrations, rules }));
  return { connection, endpoint: connection?.endpoint, draft: EMPTY_DRAFT, way: 'paste' };
}

const start: WizardState = { connection: undefined, endpoint: undefined, draft: EMPTY_DRAFT, way: 'paste' };
const openSteps = (state: WizardState) => STEPS.filter((step) => step.isOpen(state)).map(({ id }) => id);
const doneSteps = (state: WizardState) => STEPS.filter((step) => step.isDone(state)).map(({ id }) => id);

test.each<[string, WizardState, string[], string[], string]>([
  ['nothing yet', start, ['integration', 'endpoint'], [], 'integration'],
  [
    'the integration made in IRM',
    { ...start, draft: { ...EMPTY_DRAFT, integrationIsThere: true } },
    ['integration', 'endpoint'],
    ['integration'],
    'endpoint',
  ],
  [
    'an endpoint pasted',
    { ...start, endpoint },
    ['integration', 'endpoint', 'contact-point'],
    ['integration', 'endpoint'],
    'contact-point',
  ],
  [
    'a contact point in Grafana',
    withObjects([alerts]),
    ['integration', 'endpoint', 'contact-point', 'heartbeat', 'proof'],
    ['integration', 'endpoint', 'contact-point'],
    'heartbeat',
  ],
  [
    'only a heartbeat, made by hand',
    withObjects([beats]),
    ['integration', 'endpoint', 'contact-point', 'heartbeat'],
    ['integration', 'endpoint'],
    'contact-point',
  ],
  [
    'a heartbeat whose rule is missing',
    withObjects([alerts, beats]),
    ['integration', 'endpoint', 'contact-point', 'heartbeat', 'proof'],
    ['integration', 'endpoint', 'contact-point'],
    'heartbeat',
  ],
  [
    'everything',
    withObjects([alerts, beats], [heartbeatRule({ receiver: 'Beats' })]),
    ['integration', 'endpoint', 'contact-point', 'heartbeat', 'proof'],
    ['integration', 'endpoint', 'contact-point', 'heartbeat'],
    'proof',
  ],
])('with %s the wizard knows what is open, what is done and where to go on', (_, state, open, done, next) => {
  expect(openSteps(state)).toEqual(open);
  expect(doneSteps(state)).toEqual(done);
  expect(nextStep(state)).toBe(next);
});

test('an endpoint that comes from IRM needs no step of its own', () => {
  const state: WizardState = { ...start, way: 'irm', draft: { ...EMPTY_DRAFT, integrationIsThere: true } };
  expect(stepsFor(state).map(({ id }) => id)).toEqual(['integration', 'contact-point', 'heartbeat', 'proof']);
  expect(nextStep(state)).toBe('integration');
  expect(nextStep({ ...state, endpoint })).toBe('contact-point');
  expect(stepsFor(start)).toEqual(STEPS);
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
