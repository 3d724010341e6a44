import { Hono, type Context } from 'hono';

import { accessDenied, opensBy } from '../../access';
import type { GrafanaEnv } from '../../context';
import { asObject, asText, jsonBody } from '../../requestBody';
import type { RunningAlertmanager } from '../dispatch/alertmanager';
import { silenceState, type Silence } from '../dispatch/silences';
import type { FolderAccess } from '../folders/folderAccess';
import { json, namedError } from '../http';
import { matchesAll, parseMatcher, type Labels, type Matcher } from '../labels';
import type { RuleStore } from '../rules/ruleStore';
import { inMilliseconds } from '../times';

interface SilenceDeps {
  alertmanager: RunningAlertmanager;
  now(): number;
  rules: RuleStore;
  access: FolderAccess;
}

const BASE = '/api/alertmanager/grafana/api/v2';
const READ = 'any of alert.instances:read, alert.silences:read';
const CREATE = `all of ${READ}, any of alert.instances:create, alert.instances:write, alert.silences:create, alert.silences:write`;
const EXPIRE = `all of ${READ}, any of alert.instances:write, alert.silences:write`;

const READ_WAYS = [['alert.instances:read'], ['alert.silences:read']];
const and = (...actions: string[]) => actions.flatMap((action) => READ_WAYS.map((way) => [...way, action]));
const EXPIRE_WAYS = and('alert.instances:write', 'alert.silences:write');
const CREATE_WAYS = [...EXPIRE_WAYS, ...and('alert.instances:create', 'alert.silences:create')];
/**
 * A silence with this label is one of a rule, and rights on silences in the rule's folder count
 * (docs/facts.md#permissions).
 */
const RULE_UID = '__alert_rule_uid__';

function readMatchers(value: unknown): Matcher[] {
  return (Array.isArray(value) ? value : []).map((item) => {
    const { name, value: text, isEqual, isRegex } = asObject(item);
    return { name: asText(name), value: asText(text), isEqual: isEqual !== false, isRegex: isRegex === true };
  });
}

function shownSilence(silence: Silence, now: number) {
  const { id, comment, createdBy, startsAt, endsAt, updatedAt, matchers } = silence;
  return {
    comment,
    createdBy,
    endsAt: inMilliseconds(endsAt),
    id,
    matchers: matchers.map(({ name, value, isEqual, isRegex }) => ({ isEqual, isRegex, name, value })),
    startsAt: inMilliseconds(startsAt),
    status: { state: silenceState(silence, now) },
    updatedAt: inMilliseconds(updatedAt),
  };
}

/** The labels that a silence speaks of, so that a list can be narrowed by matchers. */
function silencedLabels({ matchers }: Silence): Labels {
  return Object.fromEntries(matchers.map(({ name, value }) => [name, value]));
}

export function silenceRoutes({ alertmanager: { silences }, now, rules, access }: SilenceDeps): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  const notFound = () => namedError(404, 'alerting.notifications.silences.notFound', 'silence not found');

  /** Whether who asks may do this to silences in general, or to those of the one rule that this silence is about. */
  function may(c: Context<GrafanaEnv>, verb: 'create' | 'write', matchers: Matcher[]): boolean {
    if (c.get('may')(`alert.instances:${verb}`)) {
      return true;
    }
    const rule = rules.get(matchers.find(({ name }) => name === RULE_UID)?.value ?? '');
    return rule !== undefined && access.may(c, rule.folderUid, `alert.silences:${verb}`);
  }

  app.get(`${BASE}/silences`, opensBy(READ_WAYS, READ), (c) => {
    const matchers = (c.req.queries('filter') ?? []).flatMap((text) => parseMatcher(text) ?? []);
    const order = ['active', 'pending', 'expired'];
    const found = silences
      .list(now())
      .filter((silence) => matchesAll(matchers, silencedLabels(silence)))
      .map((silence) => shownSilence(silence, now()))
      .sort((a, b) => order.indexOf(a.status.state) - order.indexOf(b.status.state));
    return json(200, found);
  });

  app.get(`${BASE}/silence/:id`, opensBy(READ_WAYS, READ), (c) => {
    const silence = silences.get(c.req.param('id'));
    return silence ? json(200, shownSilence(silence, now())) : notFound();
  });

  app.post(`${BASE}/silences`, opensBy(CREATE_WAYS, CREATE), async (c) => {
    const body = asObject(await jsonBody(c));
    const matchers = readMatchers(body.matchers);
    const [startsAt, endsAt] = [Date.parse(asText(body.startsAt)), Date.parse(asText(body.endsAt))];
    const [comment, createdBy, id] = [asText(body.comment), asText(body.createdBy), asText(body.id)];
    if (matchers.length === 0 || Number.isNaN(startsAt) || Number.isNaN(endsAt) || !comment || !createdBy) {
      return json(400, { message: 'bad request data' });
    }
    if (endsAt <= now() || endsAt <= startsAt) {
      return namedError(
        400,
        'alerting.notifications.silences.badRequest',
        'Failed to create silence: end time must be in the future'
      );
    }
    if (id && !silences.get(id)) {
      return notFound();
    }
    if (!may(c, id ? 'write' : 'create', matchers)) {
      return accessDenied(CREATE);
    }
    const silence = silences.put({ id, matchers, startsAt, endsAt, comment, createdBy }, now());
    return json(202, { silenceID: silence.id });
  });

  app.delete(`${BASE}/silence/:id`, opensBy(EXPIRE_WAYS, EXPIRE), (c) => {
    const id = c.req.param('id');
    const silence = silences.get(id);
    if (!silence) {
      return notFound();
    }
    if (!may(c, 'write', silence.matchers)) {
      return accessDenied(EXPIRE);
    }
    silences.expire(id, now());
    return json(200, { message: 'silence deleted' });
  });
  return app;
}
