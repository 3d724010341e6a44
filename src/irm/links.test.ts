import { INTEGRATIONS_MENU, wayToIntegrations } from './links';

it.each([
  ['a stack', 'https://acme.grafana.net', 'https://acme.grafana.net/a/grafana-irm-app/integrations'],
  ['a stack, with a slash', 'https://acme.grafana.net/', 'https://acme.grafana.net/a/grafana-irm-app/integrations'],
  [
    'some page of the IRM app',
    'https://acme.grafana.net/a/grafana-irm-app/alert-groups?x=1',
    'https://acme.grafana.net/a/grafana-irm-app/integrations',
  ],
  [
    'the OnCall app of a Grafana below a sub-path',
    'https://g.example/sub/a/grafana-oncall-app/',
    'https://g.example/sub/a/grafana-oncall-app/integrations',
  ],
  ['an engine with a page of its own', 'http://localhost:8080', 'http://localhost:8080/'],
])('opens the integrations of %s', (_, address, href) => {
  expect(wayToIntegrations(address)).toEqual({ kind: 'link', href });
});

it.each(['', undefined, 'acme', 'javascript:alert(1)', 'http://'])(
  'names the clicks when the address is %p',
  (address) => {
    expect(wayToIntegrations(address)).toEqual({ kind: 'menu', path: INTEGRATIONS_MENU });
  }
);
