/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browser';
import { AppPlugin } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import pluginJson from '../plugin.json';
import { addExtensions } from './extensions';

const noop = () => {};

/** What Grafana hands to a link that is clicked. */
const helpers = (context?: object) => ({
  ...{ extensionPointId: '', openModal: noop, openSidebar: noop, closeSidebar: noop, toggleSidebar: noop },
  context,
});

const plugin = new AppPlugin();
addExtensions(plugin);
const { addedLinks, addedComponents, exposedComponents } = pluginJson.extensions;

const linkAt = (point: string) => plugin.addedLinkConfigs.find(({ targets }) => [targets].flat().includes(point));

const listed = (targets: string | string[]) => [targets].flat();

test('plugin.json declares what is added, word for word, as Grafana compares them', () => {
  const links = plugin.addedLinkConfigs.map(({ title, description, targets }) => ({
    title,
    description,
    targets: listed(targets),
  }));
  const components = plugin.addedComponentConfigs.map(({ title, description, targets }) => ({
    title,
    description,
    targets: listed(targets),
  }));
  const exposed = plugin.exposedComponentConfigs.map(({ id, title, description }) => ({ id, title, description }));
  expect(links).toEqual(addedLinks);
  expect(components).toEqual(addedComponents);
  expect(exposed).toEqual(exposedComponents);
});

test('links lead to pages of this plugin, those of the palette by a click of their own', () => {
  const root = `/a/${pluginJson.id}`;
  const opened = plugin.addedLinkConfigs.map(({ path, onClick }) => {
    onClick?.(undefined, helpers({ labels: { irm_connection: '0123456789' } }));
    return path ?? locationService.getLocation().pathname;
  });
  expect(opened).toEqual([
    `${root}/status`,
    `${root}/setup/new`,
    `${root}/coverage`,
    `${root}/status`,
    `${root}/status/0123456789`,
  ]);
});

/** As Grafana guards what it hands to plugins. */
function readOnly<T extends object>(object: T): T {
  return new Proxy(object, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'object' && value !== null ? readOnly(value) : value;
    },
  });
}

const frozen = Object.freeze({ labels: Object.freeze({ irm_connection: '0123456789' }) });

/** What Grafana tells of a rule. */
const RULE = {
  ...{ name: 'IRM Production heartbeat', namespace: 'irm-heartbeats', group: 'irmc-0123456789', expression: '' },
  ...{ labels: { severity: 'critical' }, annotations: {} },
};

test.each([
  ['a frozen alert behind a proxy', readOnly({ instance: frozen }), '/status/0123456789'],
  ['the alert of a heartbeat', { instance: { labels: { irm_connection: '0123456789' } } }, '/status/0123456789'],
  ['any other alert', { instance: { labels: { severity: 'critical' } } }, undefined],
  ['an alert without labels', { instance: {} }, undefined],
  ['no context', undefined, undefined],
])('%s is linked with its connection only', (_, context, path) => {
  expect(linkAt('grafana/alerting/instance/action')?.configure?.(context)).toEqual(
    path && { path: `/a/${pluginJson.id}${path}` }
  );
});

test('a heartbeat rule leads to its connection by a click, as the menu of rules follows no path', () => {
  const link = linkAt('grafana/alerting/alertingrule/action');
  const rule = readOnly(Object.freeze({ ...RULE, labels: { irm_connection: 'a/b' } }));
  expect(link?.configure?.(rule)).toEqual({});
  link?.onClick?.(undefined, helpers(rule));
  expect(locationService.getLocation().pathname).toBe(`/a/${pluginJson.id}/status/a%2Fb`);
  expect(link?.configure?.(RULE)).toBeUndefined();
  // A menu that is still reading its rule asks without one.
  expect(link?.configure?.(undefined)).toBeUndefined();
});
