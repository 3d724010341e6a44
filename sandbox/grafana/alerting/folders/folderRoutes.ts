import { Hono, type Context, type MiddlewareHandler } from 'hono';

import { accessDenied, hasRole, needs } from '../../access';
import type { GrafanaEnv, SignedInUser } from '../../context';
import { asText, jsonBody } from '../../requestBody';
import { json, namedError } from '../http';
import type { RuleStore } from '../rules/ruleStore';
import { inSeconds } from '../times';
import type { FolderAccess } from './folderAccess';
import type { Folder, FolderStore } from './folderStore';

interface FolderDeps {
  folders: FolderStore;
  access: FolderAccess;
  rules: RuleStore;
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function shownFolder(folder: Folder, mayEdit: boolean) {
  const { id, uid, title, createdBy, created, updatedBy, updated, version } = folder;
  return {
    id,
    uid,
    orgId: 1,
    title,
    url: `/dashboards/f/${uid}/${slug(title)}`,
    hasAcl: false,
    canSave: mayEdit,
    canEdit: mayEdit,
    canAdmin: mayEdit,
    canDelete: mayEdit,
    createdBy,
    created: inSeconds(created),
    updatedBy,
    updated: inSeconds(updated),
    version,
  };
}

const notFound = () => json(404, { message: 'folder not found', status: 'not-found' });

export function folderRoutes({ folders, access, rules }: FolderDeps): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  const mayEdit = (user: SignedInUser, uid: string) => hasRole(user.role, 'Editor') && access.canSee(user, uid);

  /** Who may not see a folder hears 403 even when there is none (ruler.json says so for editors). */
  function reaches(role: 'Viewer' | 'Editor', permission: string): MiddlewareHandler<GrafanaEnv> {
    return async (c, next) => {
      const user = c.get('user');
      const allowed = hasRole(user.role, role) && access.canSee(user, c.req.param('uid') ?? '');
      return allowed ? next() : accessDenied(permission);
    };
  }

  async function create(c: Context<GrafanaEnv>): Promise<Response> {
    const body = await jsonBody(c);
    const user = c.get('user');
    const [uid, title] = [asText(body?.uid), asText(body?.title).trim()];
    if (!body) {
      return json(400, { message: 'bad request data' });
    }
    if (!title) {
      return json(400, { message: 'folder title cannot be empty', status: 'empty-name' });
    }
    if (uid && folders.get(uid)) {
      return json(412, { message: 'the folder has been changed by someone else' });
    }
    const folder = folders.create({ ...(uid ? { uid } : {}), title }, user);
    // What the author may do is told from before the folder was there.
    const shown = shownFolder(folder, hasRole(user.role, 'Admin'));
    access.forget(user);
    return json(200, shown);
  }

  app.get('/api/folders', (c) => {
    const visible = folders.all().filter(({ uid }) => access.canSee(c.get('user'), uid));
    return json(
      200,
      visible.map(({ id, uid, title }) => ({ id, uid, title }))
    );
  });
  app.post('/api/folders', needs('Editor', 'folders:create'), create);
  app.get('/api/folders/:uid', reaches('Viewer', 'folders:read'), (c) => {
    const folder = folders.get(c.req.param('uid'));
    return folder ? json(200, shownFolder(folder, mayEdit(c.get('user'), folder.uid))) : notFound();
  });
  app.get('/api/folders/:uid/counts', reaches('Viewer', 'folders:read'), (c) => {
    const folder = folders.get(c.req.param('uid'));
    const alertrule = rules.inFolder(c.req.param('uid')).length;
    return folder ? json(200, { alertrule, dashboard: 0, folder: 0, librarypanel: 0 }) : notFound();
  });
  app.put('/api/folders/:uid', reaches('Editor', 'folders:write'), async (c) => {
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
    return renamed ? json(200, shownFolder(renamed, true)) : notFound();
  });
  app.delete('/api/folders/:uid', reaches('Editor', 'folders:delete'), (c) => {
    const folder = folders.get(c.req.param('uid'));
    if (!folder) {
      return notFound();
    }
    const inside = rules.inFolder(folder.uid);
    if (inside.length > 0 && c.req.query('forceDeleteRules') !== 'true') {
      return namedError(400, 'folder.not-empty', 'Folder cannot be deleted: folder is not empty');
    }
    inside.forEach(({ uid }) => rules.remove(uid));
    folders.remove(folder.uid);
    return json(200, { message: 'Folder deleted' });
  });
  return app;
}
