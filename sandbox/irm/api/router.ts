import { Hono } from 'hono';
import type { IrmContext } from '../context';
import { detail, json, notBuilt, notFoundPage, serverErrorPage } from '../http/answers';
import { pageOf } from '../http/paging';
import { teams } from '../organization';
import { alertGroupRoutes } from './alertGroups';
import { integrationRoutes } from './integrations';
import { createViews, type ViewRequest } from './view';
import { alertToWire } from './wire';

const allow = 'GET, HEAD, OPTIONS';

/** Real parts of the public API that the plugin has no use for. */
const unbuilt =
  '/:part{actions|escalation|escalation_chains|escalation_policies|make_call|on_call_shifts|personal_notification_rules|resolution_notes|routes|schedules|send_sms|shift_swaps|slack_channels|user_groups|webhooks}/*';

/** The public API below `/api/v1`. Paths reach it without the slash at the end, which is optional there. */
export function apiRouter(context: IrmContext): Hono {
  const { store, baseUrl, grafanaUrl } = context;
  const view = createViews(context);
  const read = (run: (request: ViewRequest) => Response) => view({ allow, actions: { GET: { run } } });

  function alerts({ url }: ViewRequest): Response {
    const groupId = url.searchParams.get('alert_group_id');
    const search = url.searchParams.get('search');
    const found = store.alerts.filter(
      (alert) =>
        (!groupId || alert.alertGroupId === groupId) && (!search || JSON.stringify(alert.payload).includes(search))
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

  function currentUser({ user }: ViewRequest): Response {
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
    view({ allow, throttle: 'withoutReset', actions: { GET: { run } } });

  return new Hono()
    .all(
      '/info',
      view({ allow, throttle: 'info', actions: { GET: { run: () => json({ url: grafanaUrl }, { allow }) } } })
    )
    .all('/users/current', read(currentUser))
    .all('/teams', withoutReset(listTeams))
    .all('/teams/:id', withoutReset(oneTeam))
    .route('/integrations', integrationRoutes(context, view))
    .route('/alert_groups', alertGroupRoutes(context, view))
    .all('/alerts', read(alerts))
    .all('/organizations', read(serverErrorPage))
    .all(unbuilt, notBuilt)
    .all('*', notFoundPage);
}
