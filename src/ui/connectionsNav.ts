import type { NavModelItem } from '@grafana/data';
import { t } from '@grafana/i18n';
import { connectionsPath } from './pagePaths';

export const connectionsTitle = () => t('connections.title', 'Connections');

/** What pages below that of all connections give as `parentItem`, for "IRM Connect > Connections > …". */
export const connectionsNav = (): NavModelItem => ({
  text: connectionsTitle(),
  url: connectionsPath(),
  // Grafana puts the plugin's own entry in the place of an item that has the address of its first page.
  parentItem: { text: t('connections.parent', 'IRM Connect'), url: connectionsPath() },
});
