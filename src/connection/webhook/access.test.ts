import { planRepair } from '../actions/change';
import { undoOf } from '../actions/undo';
import { planRotation } from '../actions/rotate';
import { driftOf } from '../drift/drift';
import type { Integration } from '../model';
import { connectionOf } from '../ownership/connections';
import { planConnection } from '../plan/planConnection';
import { isAsPlanned, isUntouched } from '../plan/contactPoint';
import { isBlocked, type Plan, type PlanStep } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import { desiredConnection, endpoint, integration, otherEndpoint } from '../testing/fixtures';
import { change, id, made, objects } from '../testing/planning';
import { accessText, carryOver, hasEnteredSecret, withoutSecrets } from './access';

const BASIC = { username: 'pager', password: '[REDACTED]' };
const HMAC = { hmacConfig: { secret: '[REDACTED]', header: 'X-Signature' } };
const [ALERTS, BEATS] = [`irmc-${id}`, `irmc-${id}-hb`];

const behindGateway = (otherSettings: Integration['otherSettings']) => change(made(), ALERTS, { otherSettings });

function connection(held: GrafanaObjects) {
  const found = connectionOf(endpoint, held);
  if (!found) {
    throw new Error('there is no connection');
  }
  return found;
}

const planned = ({ steps }: Plan, object: string) =>
  steps.flatMap(({ command, ...step }) =>
    step.object === object && 'integration' in command ? command.integration.otherSettings : []
  )[0];

test('a heartbeat beside a contact point with a password is misconfigured, and the repair asks for the password', () => {
  const held = behindGateway(BASIC);
  expect(driftOf(connection(held), held)).toMatchObject([
    { code: 'accessMissing', object: 'heartbeatContactPoint', severity: 'stops' },
  ]);
  const { plan } = planRepair(connection(held), held);
  expect(isBlocked(plan)).toBe(true);
  expect(plan.obstacles).toEqual([
    {
      object: 'heartbeatContactPoint',
      blocking: true,
      reason: 'secretNeeded',
      from: 'IRM Production',
      places: ['password'],
    },
  ]);

  const repaired = planRepair(connection(held), held, { password: 'open sesame' }).plan;
  expect(isBlocked(repaired)).toBe(false);
  expect(planned(repaired, 'heartbeatContactPoint')).toEqual({ username: 'pager', password: 'open sesame' });
  expect(JSON.stringify(repaired.steps.map(({ changes }) => changes))).not.toContain('sesame');
});

test('what can be read goes along without a question: headers, and a certificate that is not checked', () => {
  const open = { headers: { 'X-Team': 'ops' }, tlsConfig: { insecureSkipVerify: true } };
  const held = behindGateway(open);
  const { plan } = planRepair(connection(held), held);
  expect(plan.obstacles).toEqual([]);
  expect(planned(plan, 'heartbeatContactPoint')).toEqual(open);
});

test('a heartbeat with an access of its own keeps it, and is as it should be', () => {
  const held = change(behindGateway(BASIC), BEATS, { otherSettings: { username: 'beats', password: '[REDACTED]' } });
  expect(driftOf(connection(held), held)).toEqual([]);
});

test('a new heartbeat asks for the password of the contact point that it joins', () => {
  const alone = objects({ integrations: behindGateway(BASIC).integrations.filter(({ uid }) => uid === ALERTS) });
  const asked = planConnection(desiredConnection(), alone);
  expect(asked.obstacles).toMatchObject([{ reason: 'secretNeeded', places: ['password'] }]);
  const plan = planConnection({ ...desiredConnection(), secrets: { password: 'open sesame' } }, alone);
  expect(isBlocked(plan)).toBe(false);
  expect(planned(plan, 'heartbeatContactPoint')).toMatchObject({ password: 'open sesame' });
});

test('an access that is changed is changed for the beats, too, and nothing else of either is lost', () => {
  const before = { ...BASIC, ...HMAC, payload: { template: 'x' } };
  const held = change(behindGateway(before), BEATS, { otherSettings: before });
  const access = { authorization_scheme: 'Bearer', authorization_credentials: 'open sesame', ...HMAC };
  const plan = planConnection({ ...desiredConnection(), heartbeat: undefined, access }, held);
  const after = { payload: { template: 'x' }, ...access };
  expect(planned(plan, 'alertContactPoint')).toEqual(after);
  expect(planned(plan, 'heartbeatContactPoint')).toEqual(after);
  expect(plan.steps[0]?.changes).toEqual([{ field: 'signIn', before: 'Basic pager', after: 'Bearer' }]);
});

test('a rotation keeps what both carry', () => {
  const held = change(behindGateway({ ...BASIC, ...HMAC }), BEATS, { otherSettings: { ...BASIC, ...HMAC } });
  const { plan } = planRotation(connection(held), held, otherEndpoint);
  expect(planned(plan, 'alertContactPoint')).toEqual({ ...BASIC, ...HMAC });
  expect(planned(plan, 'heartbeatContactPoint')).toEqual({ ...BASIC, ...HMAC });
});

test('a password that was replaced cannot be taken back; one that is new can', () => {
  const step = (before: object, after: object): PlanStep => {
    const integrations = [before, after].map((otherSettings) => integration({ otherSettings: { ...otherSettings } }));
    const [was = integration(), is = integration()] = integrations;
    const command = { kind: 'updateIntegration', before: was, integration: is } as const;
    return { action: 'update', object: 'alertContactPoint', name: 'x', changes: [], command };
  };
  const ran = (before: object, after: object) =>
    undoOf(
      { result: 'applied', steps: [{ step: step(before, after), state: 'done' }], reached: [], remaining: [] },
      id
    );
  expect(ran(BASIC, { ...BASIC, password: 'new' })).toBeUndefined();
  expect(ran({}, { ...BASIC, password: 'new' })).toMatchObject({ steps: [{ action: 'update' }] });
});

test('what was entered is known again by the placeholder that Grafana shows', () => {
  const entered = integration({ otherSettings: { username: 'pager', password: 'open sesame' } });
  const shown = integration({ otherSettings: BASIC });
  expect(hasEnteredSecret(entered.otherSettings)).toBe(true);
  expect(hasEnteredSecret(shown.otherSettings)).toBe(false);
  expect(withoutSecrets(entered.otherSettings)).toEqual(BASIC);
  expect(isAsPlanned(shown, entered)).toBe(true);
  expect(isUntouched(shown, entered)).toBe(true);
});

test('no secret and no value of a header stands in what is shown', () => {
  const settings = { username: 'pager', password: 'p4ss', headers: { 'X-Key': 'h1dden' }, ...HMAC };
  expect(['signIn', 'headers', 'signature'].map((part) => accessText(settings, part as 'signIn'))).toEqual([
    'Basic pager',
    'X-Key',
    'secret, header',
  ]);
  expect(accessText({ authorization_credentials: 'c' }, 'signIn')).toBe('Bearer');
});

test('secrets inside of TLS settings are asked for one by one', () => {
  const tlsConfig = { caCertificate: '[REDACTED]', clientKey: '[REDACTED]', insecureSkipVerify: false };
  expect(carryOver({ tlsConfig }, {}, { 'tlsConfig.caCertificate': 'PEM' })).toEqual({
    settings: { tlsConfig: { ...tlsConfig, caCertificate: 'PEM' } },
    missing: ['tlsConfig.clientKey'],
  });
});
