import { Hono } from 'hono';
import type { IrmContext } from '../context';
import { detail, json, notBuilt, notFoundPage, serverErrorPage } from '../http/answers';
import { pageOf } from '../http/paging';
import { organizationId, teams } from '../organization';
import type { Permission } from '../permissions';
import { alertGroupRoutes } from './alertGroups';
import { escalationChainRoutes } from './escalationChains';
import { apiFaults } from './faults';
import { integrationRoutes } from './integrations';
import { routeRoutes } from './routes';
import { createViews, type ViewRequest } from './view';
import { alertToWire } from './wire';

const allow = 'GET, HEAD, OPTIONS';

/** Real parts of the public API that the plugin has no use for. */
const unbuilt =
  '/:part{actions|escalation|escalation_policies|make_call|on_call_shifts|personal_notification_rules|resolution_notes|schedules|send_sms|shift_swaps|slack_channels|user_groups|users|webhooks}/*';

/** The public API below `/api/v1`. Paths reach it without the slash at the end, which is optional there. */
export function apiRouter(context: IrmContext): Hono {
  const { store, baseUrl, grafanaUrl } = context;
  const view = createViews(context);
  const read = (needs: Permission, run: (request: ViewRequest) => Response) =>
    view({ allow, actions: { GET: { needs, run } } });

  function alerts({ url }: ViewRequest): Response {
    const id = url.searchParams.get('id');
    const groupId = url.searchParams.get('alert_group_id');
    const search = url.searchParams.get('search')?.toLowerCase();
    const found = store.alerts.filter(
      (alert) =>
        (!id || alert.id === id) &&
        (!groupId || alert.alertGroupId === groupId) &&
        (!search || JSON.stringify(alert.payload).toLowerCase().includes(search))
    );
    const page = pageOf(found.reverse(), url, baseUrl);
    return json({ ...page, results: page.results.map(alertToWire) }, { allow });
  }

  function listTeams({ url }: ViewRequest): Response {
    const name = url.searchParams.get('name');
    return json(
      pageOf(
        teams.filter((team) => !name || team.name === name),
        url,
        baseUrl
      ),
      { allow }
    );
  }

  function oneTeam({ c }: ViewRequest): Response {
    const team = teams.find(({ id }) => id === c.req.param('id'));
    return team ? json(team, { allow }) : detail('Not found.', 404, { allow });
  }

  function currentUser({ caller: { user } }: ViewRequest): Response {
    // The real engine takes a service account for a user here and falls over.
    if (!user) {
      return serverErrorPage();
    }
    const body = {
      id: user.id,
      grafana_id: user.grafanaId,
      email: `${user.role}@example.test`,
      slack: null,
      username: user.role,
      role: user.role,
      is_phone_number_verified: false,
      timezone: null,
      teams: teams.map(({ id }) => id),
    };
    return json(body, { allow });
  }

  const withoutReset = (run: (request: ViewRequest) => Response) =>
    view({ allow, throttle: 'withoutReset', actions: { GET: { needs: 'user-settings:read', run } } });

  const info = view({
    allow,
    throttle: 'info',
    usersOnly: true,
    actions: { GET: { needs: 'other-settings:read', run: () => json({ url: grafanaUrl }, { allow }) } },
  });

  return new Hono()
    .use(apiFaults(context))
    .all('/info', info)
    .all('/users/current', read('user-settings:read', currentUser))
    .all('/teams', withoutReset(listTeams))
    .all('/teams/:id', withoutReset(oneTeam))
    .route('/integrations', integrationRoutes(context, view))
    .route('/alert_groups', alertGroupRoutes(context, view))
    .route('/escalation_chains', escalationChainRoutes(context, view))
    .route('/routes', routeRoutes(context, view))
    .all('/alerts', read('alert-groups:read', alerts))
    .all('/organizations', view({ allow, actions: {} }))
    .all(
      '/organizations/current',
      read('other-settings:read', () => json({ id: organizationId }, { allow }))
    )
    .all(unbuilt, notBuilt)
    .all('*', notFoundPage);
}
