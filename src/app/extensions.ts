/* eslint-disable @grafana/i18n/no-untranslated-strings -- Grafana compares these texts with those in plugin.json */
import { PluginExtensionPoints, type AppPlugin } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { PLUGIN_ID } from '../transport/pluginId';
import { connectionOfAlert } from './connectionOfAlert';
import { LazyConnectionState } from './LazyConnectionState';

const ROOT = `/a/${PLUGIN_ID}`;
const CATEGORY = 'IRM Connect';

/** The palette of 12.4 keeps links from being followed and calls only this (docs/facts.md#plugins-and-their-proxy). */
const open = (page: string) => () => locationService.push(`${ROOT}/${page}`);

const pageOf = (id: string) => `status/${encodeURIComponent(id)}`;

/**
 * Puts the plugin where people already look: the command palette, Alerting's home page, a heartbeat rule and its
 * alerts, and other apps. Titles and descriptions stand in `plugin.json`, too: Grafana compares them.
 */
export function addExtensions(plugin: AppPlugin): void {
  plugin
    .addLink({
      title: 'Connections',
      description: 'Are alerts still getting out of this Grafana?',
      targets: PluginExtensionPoints.CommandPalette,
      onClick: open('status'),
      category: CATEGORY,
    })
    .addLink({
      title: 'Connect integration',
      description: 'Connect an integration of Grafana IRM with Grafana Alerting.',
      targets: PluginExtensionPoints.CommandPalette,
      onClick: open('setup/new'),
      category: CATEGORY,
    })
    .addLink({
      title: 'Coverage',
      description: 'Which alert rules reach IRM, and when each of them notifies.',
      targets: PluginExtensionPoints.CommandPalette,
      onClick: open('coverage'),
      category: CATEGORY,
    })
    .addLink({
      title: 'Show this IRM heartbeat',
      description: 'State, last heartbeat and reason in IRM Connect.',
      targets: PluginExtensionPoints.AlertInstanceAction,
      path: `${ROOT}/status`,
      icon: 'heart-rate',
      configure: (context) => {
        const id = connectionOfAlert(context);
        return id === undefined ? undefined : { path: `${ROOT}/${pageOf(id)}` };
      },
    })
    .addLink({
      title: 'Show this IRM heartbeat',
      description: 'State, last heartbeat and reason in IRM Connect.',
      // Drawn for rules of this plugin only, which heartbeat rules are; 13.1 no longer draws the one on alerts.
      targets: PluginExtensionPoints.AlertingAlertingRuleAction,
      icon: 'heart-rate',
      // The menu of a rule follows no path (docs/facts.md#plugins-and-their-proxy).
      onClick: (_, { context }) => open(pageOf(connectionOfAlert(context) ?? ''))(),
      configure: (context) => (connectionOfAlert(context) === undefined ? undefined : {}),
    })
    .addComponent({
      title: 'IRM heartbeats',
      description: 'How many heartbeats are up, and what is wrong with the others.',
      targets: PluginExtensionPoints.AlertingHomePage,
      component: LazyConnectionState,
    })
    .exposeComponent({
      id: `${PLUGIN_ID}/connection-state/v1`,
      title: 'Connection state',
      description: 'The state of one connection to Grafana IRM, or of all together.',
      component: LazyConnectionState,
    });
}
