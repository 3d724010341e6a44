import { Hono } from 'hono';
import { acknowledgeGroup, resolveGroup, stateAt } from '../alertGroups';
import type { IrmContext } from '../context';
import { detail, empty, json, notBuilt } from '../http/answers';
import { readBody } from '../http/body';
import { pageOf } from '../http/paging';
import { isRecord } from '../isRecord';
import type { AlertGroup, AlertGroupState } from '../model';
import type { User } from '../organization';
import { groupFilters } from './alertGroupFilters';
import type { MakeView, ViewRequest } from './view';
import { alertGroupToWire } from './wire';

const listAllow = 'GET, HEAD, OPTIONS';
const oneAllow = 'GET, DELETE, HEAD, OPTIONS';
const actionAllow = 'POST, OPTIONS';

interface Action {
  verb: string;
  /** States in which it is refused. */
  impossible: readonly AlertGroupState[];
  /** The others do not mind what is sent. */
  readsBody?: boolean;
  /** What the body or the state lacks, in the words of the real engine. */
  check?(data: unknown, state: AlertGroupState): string | undefined;
  change(group: AlertGroup, user: User, data: unknown): void;
}

export function alertGroupRoutes(context: IrmContext, view: MakeView): Hono {
  const { store, baseUrl, clock, maintenances } = context;

  function list({ url }: ViewRequest): Response {
    const filters = groupFilters(url.searchParams, clock.now(), listAllow);
    if (filters instanceof Response) {
      return filters;
    }
    const newestFirst = [...store.alertGroups.values()].reverse();
    const page = pageOf(
      newestFirst.filter((group) => filters.every((filter) => filter(group))),
      url,
      baseUrl
    );
    const results = page.results.map((group) => alertGroupToWire(context, group));
    return json({ ...page, results }, { allow: listAllow });
  }

  function withOne(allow: string, run: (group: AlertGroup) => Response | Promise<Response>) {
    return ({ c }: ViewRequest) => {
      const group = store.alertGroups.get(c.req.param('id') ?? '');
      return group ? run(group) : detail('Not found.', 404, { allow });
    };
  }

  const refused = (words: string) => detail(words, 400, { allow: actionAllow });

  /** An action on a group in one of its states; in any other the answer is 400 in the words of the real engine. */
  function action({ verb, impossible, readsBody = false, check, change }: Action) {
    const run = (request: ViewRequest) => {
      const { user } = request.caller;
      if (!user) {
        return detail(`Service accounts are not allowed to ${verb} alert groups`, 403, { allow: actionAllow });
      }
      return withOne(actionAllow, async (group) => {
        const body = readsBody ? await readBody(request.c.req.raw, { allow: actionAllow }) : { data: undefined };
        if ('refusal' in body) {
          return body.refusal;
        }
        const state = stateAt(group, clock.now());
        const words = check?.(body.data, state);
        if (words) {
          return refused(words);
        }
        if (impossible.includes(state)) {
          const article = state === 'acknowledged' ? 'an' : 'a';
          return refused(`Can't ${verb} ${article} ${state} alert group`);
        }
        if (group.attachedTo) {
          return refused(`Can't ${verb} an attached alert group`);
        }
        change(group, user, body.data);
        return empty({ allow: actionAllow });
      })(request);
    };
    return view({ allow: actionAllow, actions: { POST: { needs: 'alert-groups:write', run } } });
  }

  const acknowledge = action({
    verb: 'acknowledge',
    impossible: ['acknowledged', 'resolved'],
    change: (group, user) => acknowledgeGroup(group, user.id, clock.now()),
  });

  const resolve = action({
    verb: 'resolve',
    impossible: ['resolved'],
    change(group, user) {
      if (!maintenances.endOfCollecting(group)) {
        resolveGroup(group, user.id, clock.now());
      }
    },
  });

  const silence = action({
    verb: 'silence',
    impossible: ['resolved', 'acknowledged'],
    readsBody: true,
    check(data) {
      const delay = delayIn(data);
      if (delay === undefined) {
        return 'delay is required';
      }
      return Number(delay) >= FOR_EVER ? undefined : 'invalid delay value';
    },
    change(group, _user, data) {
      const since = clock.now();
      const seconds = Number(delayIn(data));
      group.silence = { since, until: seconds === FOR_EVER ? null : since + seconds * 1000 };
    },
  });

  const unsilence = action({
    verb: 'unsilence',
    impossible: [],
    check: (_data, state) => (state === 'silenced' ? undefined : "Can't unsilence an unsilenced alert group"),
    change(group) {
      group.silence = null;
    },
  });

  const one = withOne(oneAllow, (group) => json(alertGroupToWire(context, group), { allow: oneAllow }));

  /** Upstream keeps the group and empties it. */
  const wipe = withOne(oneAllow, (group) => {
    group.title = 'wiped';
    for (const alert of [group.lastAlert, ...store.alerts.filter(({ alertGroupId }) => alertGroupId === group.id)]) {
      alert.payload = {};
    }
    return empty({ status: 204, allow: oneAllow });
  });

  const needs = { read: 'alert-groups:read', write: 'alert-groups:write' } as const;

  return new Hono()
    .all('/', view({ allow: listAllow, actions: { GET: { needs: needs.read, run: list } } }))
    .all(
      '/:id',
      view({
        allow: oneAllow,
        actions: { GET: { needs: needs.read, run: one }, DELETE: { needs: needs.write, run: wipe } },
      })
    )
    .all('/:id/acknowledge', acknowledge)
    .all('/:id/resolve', resolve)
    .all('/:id/silence', silence)
    .all('/:id/unsilence', unsilence)
    .all('/:id/:action{unacknowledge|unresolve}', notBuilt);
}

/** What the real engine takes for a silence without an end. */
const FOR_EVER = -1;

const delayIn = (data: unknown): unknown => (isRecord(data) ? (data['delay'] ?? undefined) : undefined);
