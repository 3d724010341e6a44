import type { PluginPageProps } from '@grafana/runtime';
import { createContext, useContext } from 'react';
import type { NavModelItem } from '@grafana/data';
import { Page } from './Page';

/** The menu entry under which the plugin's current page stands. */
export const PluginSectionContext = createContext<NavModelItem | undefined>(undefined);

/** What plugins get as `PluginPage` of `@grafana/runtime`. */
export function PluginPage(props: PluginPageProps) {
  return <Page section={useContext(PluginSectionContext)} {...props} />;
}
