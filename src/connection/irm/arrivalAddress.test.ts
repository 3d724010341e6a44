import { endpoint } from '../testing/fixtures';
import { addressDifference } from './arrivalAddress';

test.each([
  ['nothing', {}, undefined],
  ['the scheme', { base: 'http://oncall.example.net/oncall' }, 'scheme'],
  ['scheme and port', { base: 'http://oncall.example.net:8080/oncall' }, 'scheme'],
  ['the host', { base: 'https://proxy.example.net/oncall' }, 'host'],
  ['the port', { base: 'https://oncall.example.net:8443/oncall' }, 'host'],
  ['the path in front', { base: 'https://oncall.example.net' }, 'path'],
  ['the type', { type: 'webhook' }, 'type'],
])("an address that differs from IRM's in %s", (_, change, told) => {
  expect(addressDifference({ ...endpoint, ...change }, endpoint)).toBe(told);
});

test('an integration without an address is compared with nothing', () => {
  expect(addressDifference(endpoint, undefined)).toBeUndefined();
});
