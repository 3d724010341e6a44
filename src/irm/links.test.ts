import { addressForLinks, INTEGRATIONS_MENU, wayToIntegration, wayToIntegrations } from './links';

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

it('opens the page of one integration where the IRM app is known, and the list of all elsewhere', () => {
  expect(wayToIntegration('https://acme.grafana.net', 'CABC1')).toEqual({
    kind: 'link',
    href: 'https://acme.grafana.net/a/grafana-irm-app/integrations/CABC1',
  });
  expect(wayToIntegration('http://localhost:8080', 'CABC1')).toEqual({ kind: 'link', href: 'http://localhost:8080/' });
  expect(wayToIntegration('', 'CABC1')).toEqual({ kind: 'menu', path: INTEGRATIONS_MENU });
});

it.each([
  ['https://acme.grafana.net/a/grafana-irm-app', 'https://acme.grafana.net/a/grafana-irm-app/integrations/CABC1'],
  ['https://g.example/a/grafana-oncall-app/alert-groups', 'https://g.example/a/grafana-oncall-app/integrations/CABC1'],
])('opens the page of one integration from %s', (address, href) => {
  expect(wayToIntegration(address, 'CABC1')).toEqual({ kind: 'link', href });
});

it('takes the stack of the API for links where no address was entered for them', () => {
  const irm = { stackUrl: 'https://acme.grafana.net' };
  expect(addressForLinks({ irmUrl: '', irm })).toBe('https://acme.grafana.net');
  expect(addressForLinks({ irmUrl: 'https://irm.example', irm })).toBe('https://irm.example');
  expect(addressForLinks({ irmUrl: '', irm: { stackUrl: '' } })).toBe('');
});
