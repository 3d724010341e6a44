import type { IntegrationStatus } from '../port/grafanaPort';
import type { Connection } from '../ownership/connections';
import { heartbeatRule, integration } from '../testing/fixtures';
import { alertDelivery, beatDelivery, isUntold } from './deliveries';

const AT = Date.parse('2026-11-27T09:00:00Z');
const status = (more: Partial<IntegrationStatus>): IntegrationStatus => ({
  ...{ type: 'webhook', lastAttempt: AT, took: 5, lastError: undefined, cause: undefined, sendResolved: false },
  ...more,
});
const FAILED = status({ lastError: 'unexpected status code 500', cause: 'targetError' });
const BEATS = integration({ name: 'beats' });
const connection = { id: 'x', heartbeatContactPoint: BEATS } as Connection;
const told = (...integrations: IntegrationStatus[]) =>
  beatDelivery(connection, { deliveries: [{ name: 'beats', integrations }] });

it.each([
  ['before it', [FAILED, status({ lastAttempt: AT + 1 })]],
  ['after it', [status({ lastAttempt: AT + 1 }), FAILED]],
])('takes neither success nor failure of another webhook under the same name for its own: %s', (_, integrations) => {
  expect(told(...integrations)).toMatchObject({ lastAttempt: undefined, lastError: undefined });
  expect(isUntold(connection, { deliveries: [{ name: 'beats', integrations }] })).toBe(true);
});

it('takes the newest where all of them arrive, and where none does', () => {
  const newer = status({ lastAttempt: AT + 1 });
  expect(told(status({}), newer)).toBe(newer);
  const newerFailure = { ...FAILED, lastAttempt: AT + 1 };
  expect(told(FAILED, newerFailure, status({ lastAttempt: undefined }))).toBe(newerFailure);
});

it('is not spoken for by an e-mail beside it', () => {
  const own = status({});
  expect(told(own, { ...FAILED, type: 'email' })).toBe(own);
});

it('shows the failure among deliveries of alerts under one name', () => {
  const alerting = { id: 'x', alertContactPoint: BEATS } as Connection;
  const integrations = [FAILED, status({ lastAttempt: AT + 1 })];
  expect(alertDelivery(alerting, { deliveries: [{ name: 'beats', integrations }], rules: [] })).toBe(FAILED);
});

it("takes deliveries for those of alerts where somebody's own rule in the plugin's folder sends them", () => {
  const alerting = { id: 'x', alertContactPoint: BEATS } as Connection;
  const deliveries = [{ name: 'beats', integrations: [FAILED] }];
  const theirs = heartbeatRule({ receiver: 'beats', title: 'Disk full' });
  expect(alertDelivery(alerting, { deliveries, rules: [theirs] })).toBe(FAILED);
  const heartbeat = { ...theirs, labels: { irm_connection: '0123456789' } };
  expect(alertDelivery(alerting, { deliveries, rules: [theirs, heartbeat] })).toBeUndefined();
});
