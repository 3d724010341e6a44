import { Hono } from 'hono';

import type { GrafanaEnv } from '../context';

export interface DataSource {
  id: number;
  uid: string;
  name: string;
  type: string;
  url: string;
  isDefault: boolean;
  typeName?: string;
  readOnly?: boolean;
}

/** As where the recordings were made. */
export const PROMETHEUS: DataSource = {
  id: 1,
  uid: 'prom',
  name: 'Prometheus',
  type: 'prometheus',
  typeName: 'Prometheus',
  url: 'http://127.0.0.1:19090',
  isDefault: true,
  readOnly: true,
};

/** `/api/datasources`, for reading. */
export function dataSourceRoutes(dataSources: DataSource[]): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  const answerWith = (found: DataSource | undefined) =>
    found ? Response.json(shown(found)) : Response.json({ message: 'Data source not found' }, { status: 404 });

  routes.get('/', (c) => c.json(dataSources.map(shown)));
  routes.get('/uid/:uid', (c) => answerWith(dataSources.find(({ uid }) => uid === c.req.param('uid'))));
  routes.get('/name/:name', (c) => answerWith(dataSources.find(({ name }) => name === c.req.param('name'))));
  return routes;
}

function shown({ id, uid, name, type, typeName, url, isDefault, readOnly }: DataSource) {
  return {
    id,
    uid,
    orgId: 1,
    name,
    type,
    typeName: typeName ?? type,
    typeLogoUrl: `public/plugins/${type}/img/${type}_logo.svg`,
    access: 'proxy',
    url,
    user: '',
    database: '',
    basicAuth: false,
    isDefault,
    jsonData: {},
    readOnly: readOnly ?? false,
  };
}
