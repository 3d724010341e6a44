import type { NavModelItem } from '@grafana/data';
import { homeItem } from './navTree';

export interface Crumb {
  text: string;
  url: string;
}

/**
 * From home to the page. As in Grafana, a plugin replaces its menu entry's crumb by giving its page the same path, and a
 * tab other than the first has a crumb of its own.
 */
export function breadcrumbTrail(section: NavModelItem | undefined, pageNav: NavModelItem | undefined): Crumb[] {
  const page = lineage(pageNav);
  const menu = lineage(section);
  const outermost = page[0];
  const isReplaced = pathOf(outermost) !== '' && pathOf(outermost) === pathOf(section);
  const items = [...(isReplaced ? menu.slice(0, -1) : menu), ...page].filter((item) => item.url !== homeItem.url);
  return [homeItem, ...items].flatMap(crumbsOf);
}

/** The item after all that it belongs to. */
function lineage(item: NavModelItem | undefined): NavModelItem[] {
  return item ? [...lineage(item.parentItem), item] : [];
}

function pathOf(item: NavModelItem | undefined): string {
  return item?.url?.split('?')[0] ?? '';
}

function crumbsOf({ text, url = '', hideFromBreadcrumbs, children = [] }: NavModelItem): Crumb[] {
  const tab = children.slice(1).find(({ active }) => active);
  const own = hideFromBreadcrumbs || !text ? [] : [{ text, url }];
  return tab ? [...own, { text: tab.text, url: tab.url ?? '' }] : own;
}
