import { Hono, type Context } from 'hono';

import { accessDenied, opensBy } from '../../access';
import type { GrafanaEnv } from '../../context';
import { shortUid } from '../../ids';
import { asObject, asText, jsonBody } from '../../requestBody';
import { slug } from '../../slug';
import { json } from '../http';
import type { FolderAccess } from './folderAccess';
import type { Dashboard, FolderContent, LibraryPanel } from './folderContent';
import type { Folder, FolderStore } from './folderStore';

export interface ContentDeps {
  folders: FolderStore;
  access: FolderAccess;
  content: FolderContent;
}

/** Dashboards, library panels and the search for them: as much as putting something into a folder takes. */
export function contentRoutes({ folders, access, content }: ContentDeps): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  /** '' is the top, which everybody sees. */
  const sees = (c: Context<GrafanaEnv>, folderUid: string) =>
    folderUid === '' || access.may(c, folderUid, 'folders:read');
  const missing = () => json(404, { message: 'Dashboard not found', status: 'not-found' });

  /** The answer to somebody who may not put anything into this folder. */
  function refusal(c: Context<GrafanaEnv>, folderUid: string, permission: string): Response | undefined {
    const mayPut = folderUid ? access.may(c, folderUid, permission) : c.get('may')(permission);
    if (!sees(c, folderUid) || !mayPut) {
      return accessDenied(permission);
    }
    return folderUid === '' || folders.get(folderUid) ? undefined : json(400, { message: 'folder not found' });
  }

  function folderParts(folderUid: string) {
    const title = folders.get(folderUid)?.title ?? '';
    return title && { folderUid, folderTitle: title, folderUrl: `/dashboards/f/${folderUid}/${slug(title)}` };
  }

  app.post('/api/dashboards/db', opensBy([['dashboards:create']], 'dashboards:create'), async (c) => {
    const body = await jsonBody(c);
    const given = asObject(body?.dashboard);
    const [folderUid, title] = [asText(body?.folderUid), asText(given.title).trim()];
    const refused = refusal(c, folderUid, 'dashboards:create');
    if (refused) {
      return refused;
    }
    if (!title) {
      return json(400, { message: 'Dashboard title cannot be empty', status: 'empty-name' });
    }
    const before = content.dashboard(asText(given.uid));
    if (before && body?.overwrite !== true && given.version !== before.version) {
      return json(412, { message: 'The dashboard has been changed by someone else', status: 'version-mismatch' });
    }
    const uid = asText(given.uid) || shortUid();
    const [id, version] = [before?.id ?? content.nextId(), (before?.version ?? 0) + 1];
    content.putDashboard({ id, uid, folderUid, title, version, dashboard: { ...given, id, uid, version } });
    const url = dashboardUrl({ uid, title });
    return json(200, { folderUid, id, slug: slug(title), status: 'success', uid, url, version });
  });

  app.get('/api/dashboards/uid/:uid', (c) => {
    const found = content.dashboard(c.req.param('uid'));
    if (!found || !sees(c, found.folderUid)) {
      return found ? accessDenied('dashboards:read') : missing();
    }
    const { uid, folderUid, title, version, dashboard } = found;
    const canEdit = c.get('may')('dashboards:write');
    const rights = { canSave: canEdit, canEdit, canAdmin: canEdit, canDelete: canEdit };
    const place = { folderUid, ...folderParts(folderUid) };
    const meta = { type: 'db', slug: slug(title), url: dashboardUrl({ uid, title }), version, ...rights, ...place };
    return json(200, { meta, dashboard });
  });

  app.delete('/api/dashboards/uid/:uid', opensBy([['dashboards:delete']], 'dashboards:delete'), (c) => {
    const found = content.dashboard(c.req.param('uid'));
    if (!found || !sees(c, found.folderUid)) {
      return found ? accessDenied('dashboards:delete') : missing();
    }
    content.removeDashboard(found.uid);
    return json(200, { message: `Dashboard ${found.title} deleted`, title: found.title, uid: found.uid });
  });

  app.post('/api/library-elements', opensBy([['library.panels:create']], 'library.panels:create'), async (c) => {
    const body = await jsonBody(c);
    const [folderUid, name] = [asText(body?.folderUid), asText(body?.name)];
    const refused = refusal(c, folderUid, 'library.panels:create');
    if (refused || !name) {
      return refused ?? json(400, { message: 'bad request data' });
    }
    const panel: LibraryPanel = {
      ...{ id: content.nextId(), uid: asText(body?.uid) || shortUid(), folderUid, name },
      ...{ kind: Number(body?.kind ?? 1), model: asObject(body?.model) },
    };
    content.putPanel(panel);
    return json(200, { result: shownPanel(panel) });
  });

  app.get('/api/library-elements', (c) => {
    const wanted = listed(c, 'folderFilterUIDs');
    const elements = content
      .panels()
      .filter(({ folderUid }) => sees(c, folderUid) && (!wanted || wanted.includes(folderUid)))
      .map(shownPanel);
    return json(200, { result: { totalCount: elements.length, page: 1, perPage: 100, elements } });
  });

  /** By folder only what lies directly in it is found, as when one looks into it. */
  app.get('/api/search', (c) => {
    const [wanted, type] = [listed(c, 'folderUIDs'), c.req.query('type')];
    const text = (c.req.query('query') ?? '').toLowerCase();
    // Folders count among dashboards (docs/facts.md#folders).
    const uids = listed(c, 'dashboardUIDs');
    const isWanted = (uid: string, folderUid: string, title: string) =>
      (!wanted || wanted.includes(folderUid || 'general')) &&
      (!uids || uids.includes(uid)) &&
      title.toLowerCase().includes(text);
    const foundFolders = folders
      .all()
      .filter(({ uid, parentUid = '', title }) => sees(c, uid) && isWanted(uid, parentUid, title))
      .map((folder) => ({ ...foundFolder(folder), ...folderParts(folder.parentUid ?? '') }));
    const foundDashboards = content
      .dashboards()
      .filter(({ uid, folderUid, title }) => sees(c, folderUid) && isWanted(uid, folderUid, title))
      .map((dashboard) => ({ ...foundDashboard(dashboard), ...folderParts(dashboard.folderUid) }));
    const found = [...foundFolders, ...foundDashboards].filter((hit) => !type || hit.type === type);
    const [limit, page] = [Number(c.req.query('limit') ?? 1000), Number(c.req.query('page') ?? 1)];
    return json(200, found.slice((page - 1) * limit, page * limit));
  });

  return app;
}

/** A parameter that comes repeated, with commas or not at all. */
function listed(c: Context<GrafanaEnv>, name: string): string[] | undefined {
  return c.req.queries(name)?.flatMap((text) => text.split(','));
}

function dashboardUrl({ uid, title }: Pick<Dashboard, 'uid' | 'title'>): string {
  return `/d/${uid}/${slug(title)}`;
}

const UNTAGGED = { slug: '', tags: [], isStarred: false, sortMeta: 0 };

function foundFolder({ id, uid, title }: Folder) {
  return {
    id,
    uid,
    title,
    uri: `db/${slug(title)}`,
    url: `/dashboards/f/${uid}/${slug(title)}`,
    type: 'dash-folder',
    ...UNTAGGED,
  };
}

function foundDashboard({ id, uid, title, dashboard: { tags } }: Dashboard) {
  const shown = { id, uid, title, uri: `db/${slug(title)}`, url: dashboardUrl({ uid, title }), type: 'dash-db' };
  return { ...shown, ...UNTAGGED, tags: Array.isArray(tags) ? tags.map(String) : [] };
}

function shownPanel({ id, uid, folderUid, name, kind, model }: LibraryPanel) {
  return { id, orgId: 1, uid, folderUid, name, kind, model, type: asText(model.type), version: 1 };
}
