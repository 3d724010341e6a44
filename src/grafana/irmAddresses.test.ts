import { apiBase, stackBase } from './irmAddresses';

it.each([
  ['https://irm.example/oncall', 'https://irm.example/oncall'],
  ['https://irm.example/oncall/', 'https://irm.example/oncall'],
  ['https://irm.example/oncall/api/v1', 'https://irm.example/oncall'],
  ['https://irm.example/oncall/api/v1/', 'https://irm.example/oncall'],
  ['https://irm.example/oncall//API/v1//', 'https://irm.example/oncall'],
  ['https://irm.example/api/v1/integrations/?page=2', 'https://irm.example'],
  [' https://irm.example/on\ncall/api/v1 ', 'https://irm.example/oncall'],
  ['https://irm.example/oncall/integrations/v1/alertmanager/TOKEN/heartbeat/', 'https://irm.example/oncall'],
  ['https://irm.example/api/v10', 'https://irm.example/api/v10'],
  ['', ''],
  ['  ', ''],
])('reads the address of the API in %j as %j', (pasted, read) => {
  expect(apiBase(pasted)).toBe(read);
});

it.each([
  ['https://acme.grafana.net', 'https://acme.grafana.net'],
  ['https://ACME.grafana.net:443/', 'https://acme.grafana.net'],
  ['https://acme.grafana.net/a/grafana-irm-app/integrations?tab=x#y', 'https://acme.grafana.net'],
  ['https://acme.grafana.net/anything', 'https://acme.grafana.net'],
  ['https://g.example/grafana/', 'https://g.example/grafana'],
  ['https://g.example/grafana/a/grafana-oncall-app', 'https://g.example/grafana'],
  ['https://g.example/d/abc/dashboard?orgId=1', 'https://g.example'],
  ['https://g.example/alerting', 'https://g.example'],
  ['https://g.example/data', 'https://g.example/data'],
  ['https://notgrafana.net.example/sub', 'https://notgrafana.net.example/sub'],
  ['acme.grafana.net', 'acme.grafana.net'],
  ['', ''],
])('reads the stack in %j as %j', (pasted, read) => {
  expect(stackBase(pasted)).toBe(read);
});
