import type { AppPluginMeta, NavModelItem, PluginInclude } from '@grafana/data';
import { session } from '../services/session';

export const homeItem: NavModelItem = { id: 'home', text: 'Home', icon: 'home-alt', url: '/' };

const alerting: NavModelItem = {
  id: 'alerting',
  text: 'Alerting',
  icon: 'bell',
  url: '/alerting',
  subTitle: 'What the stand-in Grafana knows of alerting. To look at; changes are made through the plugin or the API.',
  children: [
    {
      id: 'alert-list',
      text: 'Alert rules',
      url: '/alerting/list',
      subTitle: 'Rules, their state and where they are sent',
    },
    {
      id: 'receivers',
      text: 'Contact points',
      url: '/alerting/notifications',
      subTitle: 'Where notifications go, and what happened to the last one',
    },
    {
      id: 'am-routes',
      text: 'Notification policies',
      url: '/alerting/routes',
      subTitle: 'Which alerts go to which contact point, unless a rule says so itself',
    },
  ],
};

const connections: NavModelItem = {
  id: 'connections',
  text: 'Connections',
  icon: 'link',
  url: '/connections',
  children: [{ id: 'datasources', text: 'Data sources', url: '/connections/datasources' }],
};

/** The menu as this user sees it; an app that is not enabled has no entry. */
export function buildNavTree(app: AppPluginMeta | undefined): NavModelItem[] {
  const tree = [homeItem, alerting];
  const section = app?.enabled ? appSection(app) : undefined;
  if (section) {
    tree.push({ id: 'apps', text: 'More apps', icon: 'layer-group', url: '/apps', children: [section] });
  }
  if (session.isAdmin) {
    tree.push(connections, administration);
  }
  return withParents(tree);
}

/** The app's own entry leads to its default page, which has no second one below; an app without pages in the menu has none. */
function appSection({ id, name, info, includes = [] }: AppPluginMeta): NavModelItem | undefined {
  const pages = includes.filter(
    (page) => page.type === 'page' && page.addToNav && session.hasRole(page.role ?? 'Viewer')
  );
  const start = pages.find((page: PluginInclude & { defaultNav?: boolean }) => page.defaultNav)?.path ?? `/a/${id}`;
  const others = pages.filter(({ path }) => path !== start).map((page) => pageItem(id, page));
  return pages.length === 0
    ? undefined
    : {
        id: `plugin-page-${id}`,
        text: name,
        subTitle: info.description,
        img: `/${info.logos.small}`,
        url: start,
        pluginId: id,
        children: others.length > 0 ? others : undefined,
      };
}

function pageItem(pluginId: string, page: PluginInclude): NavModelItem {
  return { id: `${pluginId}${page.path}`, text: page.name, url: page.path, pluginId };
}

const administration: NavModelItem = {
  id: 'cfg',
  text: 'Administration',
  icon: 'cog',
  url: '/admin',
  children: [
    { id: 'plugins', text: 'Plugins', url: '/plugins', subTitle: 'Enable the plugin and configure it' },
    {
      id: 'serviceaccounts',
      text: 'Service accounts',
      url: '/org/serviceaccounts',
      subTitle: 'Accounts for programs; a token of one lets the plugin work through its backend proxy',
    },
  ],
};

function withParents(items: NavModelItem[], parentItem?: NavModelItem): NavModelItem[] {
  return items.map((item) => {
    const linked: NavModelItem = { ...item, parentItem };
    linked.children = item.children && withParents(item.children, linked);
    return linked;
  });
}

export function findById(tree: NavModelItem[], id: string): NavModelItem | undefined {
  return flatten(tree).find((item) => item.id === id);
}

function flatten(tree: NavModelItem[]): NavModelItem[] {
  return tree.flatMap((item) => [item, ...flatten(item.children ?? [])]);
}

/** The entry whose address is the longest beginning of `path`. */
export function findActive(tree: NavModelItem[], path: string): NavModelItem | undefined {
  return flatten(tree)
    .filter(({ url }) => url === path || (url && url !== '/' && path.startsWith(`${url}/`)))
    .sort(
      (a, b) =>
        (b.url?.length ?? 0) - (a.url?.length ?? 0) || Number(Boolean(b.parentItem)) - Number(Boolean(a.parentItem))
    )[0];
}
