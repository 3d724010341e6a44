/** @jest-environment jest-fixed-jsdom */
import '../../tests/support/browser';
import { AppPlugin } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import pluginJson from '../plugin.json';
import { addExtensions } from './extensions';

const noop = () => {};

const plugin = new AppPlugin();
addExtensions(plugin);
const { addedLinks, addedComponents, exposedComponents } = pluginJson.extensions;

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
    onClick?.(undefined, {
      extensionPointId: '',
      openModal: noop,
      openSidebar: noop,
      closeSidebar: noop,
      toggleSidebar: noop,
    });
    return path ?? locationService.getLocation().pathname;
  });
  expect(opened).toEqual([`${root}/status`, `${root}/setup/new`, `${root}/cadence`, `${root}/status`]);
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
  ['a heartbeat rule', { ...RULE, labels: { irm_connection: '0123456789' } }, '/status/0123456789'],
  ['a heartbeat rule behind a proxy', readOnly({ ...RULE, ...frozen }), '/status/0123456789'],
  ['any other rule', RULE, undefined],
  ['any other alert', { instance: { labels: { severity: 'critical' } } }, undefined],
  ['an alert without labels', { instance: {} }, undefined],
  ['no context', undefined, undefined],
])('%s is linked with its connection only', (_, context, path) => {
  const link = plugin.addedLinkConfigs.find(({ configure }) => configure);
  expect(link?.configure?.(context)).toEqual(path && { path: `/a/${pluginJson.id}${path}` });
});
