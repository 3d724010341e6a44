import type { Context, MiddlewareHandler } from 'hono';

import { opensBy } from '../../access';
import type { GrafanaEnv, GrafanaVersion } from '../../context';
import { mayRead } from '../../receivers/managers';
import type { FolderAccess } from '../folders/folderAccess';
import { namedError } from '../http';

/** Something that a request wants to do to a rule in this folder; `receiver` is where it would send its alerts. */
export interface RuleDeed {
  folderUid: string;
  verb: 'create' | 'write' | 'delete';
  receiver?: string;
}

/** The door of the provisioning API: rights on everything provisioned, or all of `own`, "any of" at the end included. */
export function needsAnyOf(kind: 'read' | 'write', own: string): MiddlewareHandler<GrafanaEnv> {
  const general = [`alert.provisioning:${kind}`, `alert.rules.provisioning:${kind}`];
  if (kind === 'read') {
    general.push('alert.provisioning.secrets:read');
  }
  const [all = '', any] = own.split(', any of ');
  const ways = any ? any.split(', ').map((one) => [...all.split(', '), one]) : [all.split(', ')];
  return opensBy([...general.map((one) => [one]), ...ways], `any of ${general.join(', ')}, all of ${own}`);
}

/** Whoever may provision all rules is not asked about folders. */
export function mayProvision(c: Context<GrafanaEnv>, kind: 'read' | 'write'): boolean {
  const may = c.get('may');
  return may(`alert.provisioning:${kind}`) || may(`alert.rules.provisioning:${kind}`);
}

/** The answer to somebody who may not see the folder of a rule, or not do this in it. */
export function folderRefused(version: GrafanaVersion, folderUid: string, deed = 'access rules'): Response {
  const scope = `scopes:folders:uid:${folderUid}`;
  const inner = `all(action:alert.rules:read ${scope} action:folders:read ${scope})`;
  const permissions = version === '12.3.0' ? `all(${inner})` : inner;
  const message = `user is not authorized to ${deed} in folder '${folderUid}'`;
  return namedError(403, 'alerting.unauthorized', message, { permissions });
}

const DEEDS = { create: 'create alert rules', write: 'update alert rules', delete: 'delete alert rules' };

/**
 * The first of these deeds that who asks may not do, as an answer. A rule that sends to a contact point itself takes the
 * right to read that one, too. Which rights are asked is read in public source; of the words only those for a folder
 * that cannot be seen are recorded.
 */
export function deedRefused(
  { version, access }: { version: GrafanaVersion; access: FolderAccess },
  c: Context<GrafanaEnv>,
  deeds: RuleDeed[]
): Response | undefined {
  for (const { folderUid, verb, receiver } of deeds) {
    if (!access.seesRules(c, folderUid) || !access.may(c, folderUid, `alert.rules:${verb}`)) {
      return folderRefused(version, folderUid, DEEDS[verb]);
    }
    if (receiver !== undefined && !mayRead(c.get('may'), receiver)) {
      const permissions = 'any(action:alert.notifications:read action:alert.notifications.receivers:read)';
      return namedError(403, 'alerting.unauthorized', `user is not authorized to read receiver '${receiver}'`, {
        permissions,
      });
    }
  }
  return undefined;
}
