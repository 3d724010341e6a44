import { grantedTo, readCapabilities } from './capabilities';

const settings = { appUrl: 'https://grafana.example/', namespace: 'default', buildInfo: { version: '12.4.0' } };

it('knows a Grafana of one’s own', () => {
  expect(readCapabilities(settings)).toEqual({
    version: '12.4.0',
    isCloud: false,
    namespace: 'default',
    receiverTest: 'old',
    hasAlerting: true,
    evaluation: { minInterval: 10, longestTick: 10 },
    sendsToExternal: true,
  });
});

it.each([true, false])('knows whether external Alertmanagers are shut out by a toggle: %p', (isOn) => {
  const told = { ...settings, featureToggles: { alertingDisableSendAlertsExternal: isOn } };
  expect(readCapabilities(told).sendsToExternal).toBe(!isOn);
});

it('knows a server without alerting', () => {
  expect(readCapabilities({ ...settings, unifiedAlertingEnabled: false }).hasAlerting).toBe(false);
});

it.each([
  ['5m', {}, { minInterval: 300, longestTick: 10 }],
  ['1m', { configurableSchedulerTick: true }, { minInterval: 60, longestTick: 60 }],
  ['1m', { configurableSchedulerTick: false }, { minInterval: 60, longestTick: 10 }],
  ['', {}, { minInterval: 10, longestTick: 10 }],
  ['soon', {}, { minInterval: 10, longestTick: 10 }],
])('reads a shortest interval of %p, with %j, for how often rules are evaluated', (minInterval, toggles, expected) => {
  const told = { ...settings, unifiedAlerting: { minInterval }, featureToggles: toggles };
  expect(readCapabilities(told).evaluation).toEqual(expected);
});

it.each([
  ['its namespace', { ...settings, namespace: 'stacks-77' }],
  ['its address', { ...settings, appUrl: 'https://acme.grafana.net/' }],
])('knows Grafana Cloud by %s', (_, cloud) => {
  expect(readCapabilities(cloud).isCloud).toBe(true);
});

it('is not fooled by an address that only looks like the Cloud', () => {
  expect(readCapabilities({ ...settings, appUrl: 'https://acme.grafana.net.example/' }).isCloud).toBe(false);
});

it('starts with the newer test API from 13 on, also for a build before the release', () => {
  expect(readCapabilities({ ...settings, buildInfo: { version: '13.1.0-20261' } }).receiverTest).toBe('v1beta1');
});

it('grants what the user holds and nothing else', () => {
  const granted = grantedTo({ permissions: { 'folders:create': true, 'folders:write': false } });
  expect(['folders:create', 'folders:write', 'alert.rules:create'].map(granted)).toEqual([true, false, false]);
  expect(grantedTo({})('folders:create')).toBe(false);
});
