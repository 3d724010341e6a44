import { docsLinks, grafanaPaths } from './links';

it('leads to the objects, whatever their names', () => {
  expect(grafanaPaths.contactPoint('IRM & more / 100%')).toBe('/alerting/notifications?search=IRM+%26+more+%2F+100%25');
  expect(grafanaPaths.rule('a b')).toBe('/alerting/grafana/a%20b/view');
});

it('leads to public documentation only', () => {
  for (const link of Object.values(docsLinks)) {
    expect(link).toMatch(/^https:\/\/grafana\.com\/docs\/[\w/-]+\/(#[\w-]+)?$/);
  }
});
