import { Hono, type Context, type MiddlewareHandler } from 'hono';

import { accessDenied, opensBy } from '../../access';
import type { GrafanaEnv } from '../../context';
import { asText, jsonBody } from '../../requestBody';
import { shortUid } from '../../ids';
import { slug } from '../../slug';
import { json, namedError } from '../http';
import type { RuleStore } from '../rules/ruleStore';
import { inSeconds } from '../times';
import { folderScope, type Asker, type FolderAccess } from './folderAccess';
import type { FolderContent } from './folderContent';
import type { Folder, FolderStore } from './folderStore';

interface FolderDeps {
  folders: FolderStore;
  access: FolderAccess;
  rules: RuleStore;
  content: FolderContent;
}

function folderUrl({ uid, title }: Folder): string {
  return `/dashboards/f/${uid}/${slug(title)}`;
}

type FolderRights = Record<'canSave' | 'canAdmin' | 'canDelete', boolean>;

function shownFolder(folder: Folder, parents: Folder[], { canSave, canAdmin, canDelete }: FolderRights) {
  const { id, uid, title, parentUid, createdBy, created, updatedBy, updated, version } = folder;
  return {
    id,
    uid,
    orgId: 1,
    title,
    url: folderUrl(folder),
    hasAcl: false,
    canSave,
    canEdit: canSave,
    canAdmin,
    canDelete,
    createdBy,
    created: inSeconds(created),
    updatedBy,
    updated: inSeconds(updated),
    version,
    ...(parentUid && {
      parentUid,
      parents: parents.map((parent) => ({ uid: parent.uid, title: parent.title, url: folderUrl(parent) })),
    }),
  };
}

const notFound = () => json(404, { message: 'folder not found', status: 'not-found' });

export function folderRoutes({ folders, access, rules, content }: FolderDeps): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  const rightsOn = (asker: Asker, uid: string): FolderRights => ({
    canSave: access.may(asker, uid, 'folders:write'),
    canAdmin: access.may(asker, uid, 'folders.permissions:write'),
    canDelete: access.may(asker, uid, 'folders:delete'),
  });
  const shown = (folder: Folder, rights: FolderRights) => shownFolder(folder, folders.ancestors(folder.uid), rights);
  /** The top has a uid of its own among the scopes. */
  const mayCreateIn = (asker: Asker, parentUid: string) =>
    parentUid
      ? access.may(asker, parentUid, 'folders:create')
      : asker.get('may')('folders:create', folderScope('general'));
  /** The folder and those below it. */
  const tree = (uid: string) => [uid, ...folders.descendants(uid).map((below) => below.uid)];
  const rulesBelow = (uid: string) => tree(uid).flatMap(rules.inFolder);

  /** Who may not see a folder hears 403 even when there is none (ruler.json says so for editors). */
  function reaches(permission: string): MiddlewareHandler<GrafanaEnv> {
    return async (c, next) => (access.may(c, c.req.param('uid') ?? '', permission) ? next() : accessDenied(permission));
  }

  async function create(c: Context<GrafanaEnv>): Promise<Response> {
    const body = await jsonBody(c);
    const user = c.get('user');
    const [uid, title, parentUid] = [asText(body?.uid), asText(body?.title).trim(), asText(body?.parentUid)];
    if (!body) {
      return json(400, { message: 'bad request data' });
    }
    if (!title) {
      return json(400, { message: 'folder title cannot be empty', status: 'empty-name' });
    }
    if (uid && folders.get(uid)) {
      return json(412, { message: 'the folder has been changed by someone else' });
    }
    if (!mayCreateIn(c, parentUid)) {
      return accessDenied('folders:create');
    }
    if (parentUid && !folders.get(parentUid)) {
      return json(400, { message: 'parent folder not found', status: 'not-found' });
    }
    const uidToBe = uid || shortUid();
    // What the author may do is told from before the folder was there.
    const rights = rightsOn(c, uidToBe);
    const folder = folders.create({ uid: uidToBe, title, ...(parentUid && { parentUid }) }, user);
    access.forget(user);
    return json(200, shown(folder, rights));
  }

  app.get('/api/folders', (c) => {
    const inside = folders.children(c.req.query('parentUid') || undefined);
    const visible = inside.filter(({ uid }) => access.may(c, uid, 'folders:read'));
    return json(
      200,
      visible.map(({ id, uid, title, parentUid }) => ({ id, uid, title, ...(parentUid && { parentUid }) }))
    );
  });
  app.post('/api/folders', opensBy([['folders:create']], 'folders:create'), create);
  app.get('/api/folders/:uid', reaches('folders:read'), (c) => {
    const folder = folders.get(c.req.param('uid'));
    return folder ? json(200, shown(folder, rightsOn(c, folder.uid))) : notFound();
  });
  app.get('/api/folders/:uid/counts', reaches('folders:read'), (c) => {
    const folder = folders.get(c.req.param('uid'));
    if (!folder) {
      return notFound();
    }
    const uids = tree(folder.uid);
    const inside = (items: Array<{ folderUid: string }>) =>
      items.filter((item) => uids.includes(item.folderUid)).length;
    return json(200, {
      alertrule: rulesBelow(folder.uid).length,
      dashboard: inside(content.dashboards()),
      folder: uids.length - 1,
      librarypanel: inside(content.panels()),
    });
  });
  app.put('/api/folders/:uid', reaches('folders:write'), async (c) => {
    const folder = folders.get(c.req.param('uid'));
    const body = await jsonBody(c);
    if (!folder) {
      return notFound();
    }
    if (body?.overwrite !== true && body?.version !== folder.version) {
      return json(412, { message: 'the folder has been changed by someone else', status: 'version-mismatch' });
    }
    const renamed = folders.rename(folder.uid, asText(body.title) || folder.title, c.get('user'));
    // Rules carry the folder's title as a label, so they start afresh.
    rules.inFolder(folder.uid).forEach(rules.put);
    return renamed ? json(200, shown(renamed, rightsOn(c, renamed.uid))) : notFound();
  });
  app.delete('/api/folders/:uid', reaches('folders:delete'), (c) => {
    const folder = folders.get(c.req.param('uid'));
    if (!folder) {
      return notFound();
    }
    // Dashboards and folders below go without a word (12.4.0); only alert rules stop it.
    const inside = rulesBelow(folder.uid);
    if (inside.length > 0 && c.req.query('forceDeleteRules') !== 'true') {
      return namedError(400, 'folder.not-empty', 'Folder cannot be deleted: folder is not empty');
    }
    inside.forEach(({ uid }) => rules.remove(uid));
    for (const uid of tree(folder.uid)) {
      content.clear(uid);
      folders.remove(uid);
    }
    return json(200, { message: 'Folder deleted' });
  });
  return app;
}
