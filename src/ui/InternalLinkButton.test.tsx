/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browser';
import { locationUtil, type GrafanaConfig } from '@grafana/data';
import { TextLink } from '@grafana/ui';
import { render, screen } from '@testing-library/react';
import { BrowserRouter } from 'react-router-dom-v5-compat';
import { InternalLinkButton } from './InternalLinkButton';

function servedUnder(appSubUrl: string) {
  locationUtil.initialize({
    config: { appSubUrl } as GrafanaConfig,
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: '', to: '' }),
  });
}
afterEach(() => servedUnder(''));

/** Both kinds of links on a page of Grafana, whose history has the sub-path as its basename. */
function links(appSubUrl: string, href: string) {
  servedUnder(appSubUrl);
  window.history.replaceState({}, '', `${appSubUrl}/a/irmconnect-setup-app/status`);
  const { unmount } = render(
    <BrowserRouter basename={appSubUrl} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <InternalLinkButton href={href}>Button</InternalLinkButton>
      <TextLink href={href}>Text</TextLink>
    </BrowserRouter>
  );
  const hrefs = ['Button', 'Text'].map((name) => screen.getByRole('link', { name }).getAttribute('href'));
  unmount();
  return hrefs;
}

test.each(['/a/irmconnect-setup-app/setup', '/alerting/notifications?search=a%20b', '/plugins/irmconnect-setup-app'])(
  'a link to %s has the sub-path once, and none where there is none',
  (href) => {
    expect(links('/grafana', href)).toEqual([`/grafana${href}`, `/grafana${href}`]);
    expect(links('', href)).toEqual([href, href]);
  }
);

test('an address that has the sub-path already does not get it twice', () => {
  expect(links('/grafana', '/grafana/alerting/routes')).toEqual([
    '/grafana/alerting/routes',
    '/grafana/alerting/routes',
  ]);
});
