import { Hono, type Context } from 'hono';

import type { GrafanaEnv } from '../../context';
import { wantedProvenance } from '../../provenance';
import { asObject, asText, jsonBody, type JsonObject } from '../../requestBody';
import { json, namedError } from '../http';
import { NEVER } from '../times';
import { provisionedRule, shownRule } from './provisionedView';
import type { RuleApiDeps } from './provisioningRoutes';
import { BAD_REQUEST, readDraft, type RuleDraft } from './ruleInput';
import { fitsInGroup, provenanceMismatch } from './ruleProvenance';
import { deedRefused, folderRefused, mayProvision, needsAnyOf, type RuleDeed } from './ruleRights';
import { wouldChange } from './ruleWriter';
import { isGroupInterval, provisioningProblem } from './ruleProblems';
import { ungroupedProblem } from './ungrouped';

const PATH = '/api/v1/provisioning/folder/:folderUid/rule-groups/:group';

export function provisioningGroupRoutes(deps: RuleApiDeps): Hono<GrafanaEnv> {
  const { rules, access, version, folders } = deps;
  const app = new Hono<GrafanaEnv>();
  const notFound = () => namedError(404, 'alerting.alert-rule.notFound', 'NotFound');
  const keyOf = (c: Context<GrafanaEnv>) => ({
    folderUid: c.req.param('folderUid') ?? '',
    name: c.req.param('group') ?? '',
  });

  function refusal(c: Context<GrafanaEnv>, kind: 'read' | 'write' = 'write'): Response | undefined {
    const { folderUid } = keyOf(c);
    return mayProvision(c, kind) || access.seesRules(c, folderUid) ? undefined : folderRefused(version, folderUid);
  }

  /** Gives the rules back as they came, as Grafana does: without ids, times and stored defaults. */
  function echo(given: JsonObject, draft: RuleDraft, folderUid: string, group: string) {
    return provisionedRule(draft, {
      id: Number(given.id ?? 0),
      uid: asText(given.uid),
      folderUid: asText(given.folderUID) || folderUid,
      group: asText(given.ruleGroup) || group,
      updated: asText(given.updated) || NEVER,
      provenance: '',
    });
  }

  async function put(c: Context<GrafanaEnv>): Promise<Response> {
    const body = await jsonBody(c);
    const { folderUid, name: group } = keyOf(c);
    const given = Array.isArray(body?.rules) ? body.rules.map(asObject) : [];
    const drafts = given.map((rule) => readDraft('provisioning', rule));
    if (!body || drafts.includes(undefined)) {
      return json(400, { message: BAD_REQUEST });
    }
    const intervalSeconds = Number(body.interval ?? 0);
    const read = drafts.filter((draft) => draft !== undefined);
    const uids = given.map(({ uid }) => asText(uid) || undefined);
    const problem = groupProblem(folderUid, intervalSeconds, read) ?? ungroupedProblem({ name: group, uids }, rules);
    if (problem) {
      return json(400, { message: problem });
    }
    const provenance = wantedProvenance(c);
    const wanted = read.map((draft, index) => {
      const uid = asText(given[index]?.uid) || undefined;
      const place = { uid, folderUid, group, intervalSeconds, index: index + 1 };
      return { draft, how: { ...place, api: 'provisioning', provenance } as const };
    });
    const stays = new Set(wanted.map(({ how }) => how.uid));
    const gone = rules.inGroup({ folderUid, name: group }).filter(({ uid }) => !stays.has(uid));
    const locked = gone.find((rule) => !fitsInGroup(rule, provenance));
    if (locked) {
      return provenanceMismatch(locked, provenance, 'delete');
    }
    const changed = wanted.filter(({ draft, how }) => wouldChange(rules, draft, how));
    const before = changed.flatMap(({ how }) => rules.get(how.uid ?? '') ?? []);
    const lockedChange = before.find((rule) => !fitsInGroup(rule, provenance));
    if (lockedChange) {
      return provenanceMismatch(lockedChange, provenance, 'update');
    }
    const deeds = [
      ...changed.map(({ draft, how }): RuleDeed => {
        const verb = rules.get(how.uid ?? '') ? 'write' : 'create';
        return { folderUid, verb, receiver: draft.notificationSettings?.receiver };
      }),
      ...gone.map((): RuleDeed => ({ folderUid, verb: 'delete' })),
    ];
    const refused = mayProvision(c, 'write') ? undefined : deedRefused(deps, c, deeds);
    if (refused) {
      return refused;
    }
    changed.forEach(({ draft, how }) => deps.write(draft, how, c.get('user')));
    gone.forEach(({ uid }) => rules.remove(uid));
    const shown = read.map((draft, index) => echo(given[index] ?? {}, draft, folderUid, group));
    return json(200, { title: group, folderUid, interval: intervalSeconds, rules: shown });
  }

  function groupProblem(folderUid: string, seconds: number, drafts: RuleDraft[]): string | undefined {
    if (!isGroupInterval(seconds, deps.tickSeconds)) {
      return `invalid alert rule: interval (${seconds}s) should be non-zero and divided exactly by scheduler interval: ${deps.tickSeconds}`;
    }
    if (!folders.get(folderUid)) {
      return 'invalid alert rule: folder does not exist';
    }
    return drafts.map((draft) => provisioningProblem(draft, deps)).find(Boolean);
  }

  app.get(PATH, needsAnyOf('read', 'alert.rules:read, folders:read'), (c) => {
    const refused = refusal(c, 'read');
    const key = keyOf(c);
    const members = rules.inGroup(key);
    const interval = members[0]?.intervalSeconds;
    if (refused ?? interval === undefined) {
      return refused ?? notFound();
    }
    return json(200, { title: key.name, folderUid: key.folderUid, interval, rules: members.map(shownRule) });
  });
  app.put(
    PATH,
    needsAnyOf(
      'write',
      'alert.rules:read, folders:read, alert.provisioning.provenance:write, any of alert.rules:write, alert.rules:create, alert.rules:delete'
    ),
    (c) => refusal(c) ?? put(c)
  );
  app.delete(
    PATH,
    needsAnyOf('write', 'alert.rules:delete, alert.rules:read, folders:read, alert.provisioning.provenance:write'),
    (c) => {
      const members = rules.inGroup(keyOf(c));
      const deed: RuleDeed = { folderUid: keyOf(c).folderUid, verb: 'delete' };
      const refused = refusal(c) ?? (mayProvision(c, 'write') ? undefined : deedRefused(deps, c, [deed]));
      if (refused ?? members.length === 0) {
        return refused ?? notFound();
      }
      const locked = members.find((rule) => !fitsInGroup(rule, wantedProvenance(c)));
      if (locked) {
        return provenanceMismatch(locked, wantedProvenance(c), 'delete');
      }
      members.forEach(({ uid }) => rules.remove(uid));
      return json(204, null);
    }
  );
  return app;
}
