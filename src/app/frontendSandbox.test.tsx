/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browser';
import { AppPlugin, type AppPluginMeta, type PluginMeta } from '@grafana/data';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import manifest from '../plugin.json';
import { LazyConfiguration } from '../settings/LazyConfiguration';
import { LazyApp } from './LazyApp';
import { LazyConnectionState } from './LazyConnectionState';

const plugin = Object.assign(new AppPlugin(), { meta: manifest as unknown as PluginMeta<AppPluginMeta> });
const page = { basename: '', path: '', query: {}, onNavChanged: () => undefined };

/** Docs: docs/facts.md#plugins-and-their-proxy. */
test.each<[string, ReactElement]>([
  ['pages', <LazyApp key="" meta={plugin.meta} {...page} />],
  ['configuration', <LazyConfiguration key="" plugin={plugin} query={{}} />],
  ['card on other pages', <LazyConnectionState key="" />],
])('the %s stand within what Grafana’s frontend sandbox lets the plugin see of the page', (_name, part) => {
  const { container, unmount } = render(part);
  // eslint-disable-next-line testing-library/no-container -- every element counts, whatever its role
  const drawn = [...container.querySelectorAll('*')].filter(({ childElementCount }) => childElementCount === 0);
  const hidden = drawn.filter((element) => !element.closest('[data-plugin-sandbox="irmconnect-setup-app"]'));
  expect(drawn.length).toBeGreaterThan(0);
  expect(hidden).toEqual([]);
  unmount();
});
