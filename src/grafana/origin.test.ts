import { isSameOrigin } from './origin';

it.each([
  ['http://localhost:3000', 'http://localhost:3000/grafana/'],
  ['https://grafana.example', ' HTTPS://Grafana.Example:443 '],
  ['http://[::1]:3000/a', 'http://[::1]:3000/b'],
])('%s and %s lead to the same server', (one, other) => {
  expect(isSameOrigin(one, other)).toBe(true);
});

it.each([
  ['http://grafana.example', 'https://grafana.example'],
  ['http://grafana.example', 'http://grafana.example:3000'],
  ['http://grafana.example', 'http://grafana.example.evil.test'],
  ['http://grafana.example', 'http://grafana.example@evil.test'],
  ['http://grafana.example', 'http://grafana.example\\@evil.test'],
  ['http://grafana.example', 'http:///grafana.example'],
  ['', ''],
  ['grafana.example', 'grafana.example'],
  ['http://', 'http://'],
])('%s and %s do not', (one, other) => {
  expect(isSameOrigin(one, other)).toBe(false);
});
