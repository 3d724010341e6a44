import { Hono } from 'hono';
import { resolveGroup } from '../alertGroups';
import type { IrmContext } from '../context';
import { detail, empty, json } from '../http/answers';
import { pageOf } from '../http/paging';
import type { AlertGroup } from '../model';
import type { User } from '../organization';
import { groupFilters } from './alertGroupFilters';
import type { MakeView, ViewRequest } from './view';
import { alertGroupToWire } from './wire';

const listAllow = 'GET, HEAD, OPTIONS';
const oneAllow = 'GET, DELETE, HEAD, OPTIONS';
const actionAllow = 'POST, OPTIONS';

export function alertGroupRoutes(context: IrmContext, view: MakeView): Hono {
  const { store, baseUrl, clock } = context;

  function list({ url }: ViewRequest): Response {
    const filters = groupFilters(url.searchParams, listAllow);
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

  function withOne(allow: string, run: (group: AlertGroup, user: User) => Response) {
    return ({ c, user }: ViewRequest) => {
      const group = store.alertGroups.get(c.req.param('id') ?? '');
      return group ? run(group, user) : detail('Not found.', 404, { allow });
    };
  }

  /** An action on a group in one of its states; in any other the answer is 400 in the words of the real engine. */
  function action(verb: string, impossible: AlertGroup['state'][], change: (group: AlertGroup, user: User) => void) {
    const run = withOne(actionAllow, (group, user) => {
      if (impossible.includes(group.state)) {
        const article = group.state === 'acknowledged' ? 'an' : 'a';
        return detail(`Can't ${verb} ${article} ${group.state} alert group`, 400, { allow: actionAllow });
      }
      change(group, user);
      return empty({ allow: actionAllow });
    });
    return view({ allow: actionAllow, actions: { POST: { needs: 'editor', run } } });
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

  return new Hono()
    .all('/', view({ allow: listAllow, actions: { GET: { run: list } } }))
    .all('/:id', view({ allow: oneAllow, actions: { GET: { run: one }, DELETE: { needs: 'editor', run: wipe } } }))
    .all(
      '/:id/acknowledge',
      action('acknowledge', ['acknowledged', 'resolved'], (group, user) =>
        Object.assign(group, { state: 'acknowledged', acknowledgedAt: clock.now(), acknowledgedBy: user.id })
      )
    )
    .all(
      '/:id/resolve',
      action('resolve', ['resolved'], (group, user) => resolveGroup(group, user.id, clock.now()))
    );
}
