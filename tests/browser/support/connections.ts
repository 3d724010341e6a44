import type { Page } from '@playwright/test';
import { PLUGIN_ID } from './grafana';

export const CONNECTIONS = `/a/${PLUGIN_ID}/status`;

/** A connection on the page of all: a card among a handful, otherwise a line of the table. */
export const connectionNamed = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .or(page.getByRole('row'))
    .filter({ has: page.getByRole('link', { name, exact: true }) });
