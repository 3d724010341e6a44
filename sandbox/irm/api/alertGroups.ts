import { Hono } from 'hono';
import { acknowledgeGroup, resolveGroup, stateAt } from '../alertGroups';
import type { IrmContext } from '../context';
import { detail, empty, json, notBuilt } from '../http/answers';
import { pageOf } from '../http/paging';
import type { AlertGroup, AlertGroupState } from '../model';
import type { User } from '../organization';
import { groupFilters } from './alertGroupFilters';
import type { MakeView, ViewRequest } from './view';
import { alertGroupToWire } from './wire';

const listAllow = 'GET, HEAD, OPTIONS';
const oneAllow = 'GET, DELETE, HEAD, OPTIONS';
const actionAllow = 'POST, OPTIONS';

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

  function withOne(allow: string, run: (group: AlertGroup) => Response) {
    return ({ c }: ViewRequest) => {
      const group = store.alertGroups.get(c.req.param('id') ?? '');
      return group ? run(group) : detail('Not found.', 404, { allow });
    };
  }

  /** An action on a group in one of its states; in any other the answer is 400 in the words of the real engine. */
  function action(verb: string, impossible: AlertGroupState[], change: (group: AlertGroup, user: User) => void) {
    const run = (request: ViewRequest) => {
      const { user } = request.caller;
      if (!user) {
        return detail(`Service accounts are not allowed to ${verb} alert groups`, 403, { allow: actionAllow });
      }
      return withOne(actionAllow, (group) => {
        const state = stateAt(group, clock.now());
        if (impossible.includes(state)) {
          const article = state === 'acknowledged' ? 'an' : 'a';
          return detail(`Can't ${verb} ${article} ${state} alert group`, 400, { allow: actionAllow });
        }
        if (group.attachedTo) {
          return detail(`Can't ${verb} an attached alert group`, 400, { allow: actionAllow });
        }
        change(group, user);
        return empty({ allow: actionAllow });
      })(request);
    };
    return view({ allow: actionAllow, actions: { POST: { needs: 'alert-groups:write', run } } });
  }

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
    .all(
      '/:id/acknowledge',
      action('acknowledge', ['acknowledged', 'resolved'], (group, user) =>
        acknowledgeGroup(group, user.id, clock.now())
      )
    )
    .all(
      '/:id/resolve',
      action('resolve', ['resolved'], (group, user) => {
        if (!maintenances.endOfCollecting(group)) {
          resolveGroup(group, user.id, clock.now());
        }
      })
    )
    .all('/:id/:action{unacknowledge|unresolve|silence|unsilence}', notBuilt);
}
