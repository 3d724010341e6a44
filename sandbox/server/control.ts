import type { OrgRole } from '../grafana/context';
import type { GrafanaStandIn } from '../grafana/standIn';
import type { StandIns } from './standIns';

const USAGE =
  'There are /sandbox/restart?kind=graceful|kill[&replica=1][&down=SECONDS], ' +
  '/sandbox/route?to=roundRobin|sticky|REPLICA, ' +
  '/sandbox/person?login=NAME[&role=None|Viewer|Editor|Admin][&permissions=ACTION[@SCOPE],…] and /sandbox/reset';

/**
 * For tests, and for trying on purpose what happens when things go wrong: `POST /sandbox/restart?kind=graceful|kill`, of
 * all replicas or of one, `POST /sandbox/route?to=…`, `POST /sandbox/person?login=…&role=…&permissions=…` and `POST
 * /sandbox/reset`. Replicas count from 1.
 */
export function control(standIns: StandIns, method: string, pathname: string, asked: URLSearchParams): Response {
  if (method !== 'POST') {
    return new Response('Use POST', { status: 405, headers: { allow: 'POST' } });
  }
  switch (pathname) {
    case '/sandbox/reset':
      standIns.reset();
      return done();
    case '/sandbox/restart':
      return restart(standIns.grafana(), asked);
    case '/sandbox/person':
      return person(standIns.grafana(), asked);
    case '/sandbox/route':
      return route(standIns.grafana(), asked.get('to'));
    default:
      return new Response(USAGE, { status: 404 });
  }
}

const done = () => new Response(null, { status: 204 });
const refused = (sentence: string) => new Response(sentence, { status: 400 });

function restart(grafana: GrafanaStandIn, asked: URLSearchParams): Response {
  const kind = asked.get('kind');
  const place = asked.get('replica');
  const downSeconds = Number(asked.get('down') ?? 0);
  if (kind !== 'graceful' && kind !== 'kill') {
    return refused('Say how: ?kind=graceful or ?kind=kill');
  }
  if (!Number.isFinite(downSeconds) || downSeconds < 0) {
    return refused('Say for how many seconds: &down=60');
  }
  const replica = place === null ? grafana : grafana.replicas[Number(place) - 1];
  if (!replica) {
    return refused(`There are the replicas 1 to ${grafana.replicas.length}`);
  }
  replica.restart(kind, downSeconds * 1000);
  return done();
}

const ROLES: readonly OrgRole[] = ['None', 'Viewer', 'Editor', 'Admin'];

/** Somebody without a role unless it is said, who may open the plugin; an action without `@SCOPE` counts everywhere. */
function person(grafana: GrafanaStandIn, asked: URLSearchParams): Response {
  const login = asked.get('login');
  const role = ROLES.find((one) => one === (asked.get('role') ?? 'None'));
  if (!login || !role) {
    return refused(login ? `Say which role: ${ROLES.join(', ')}` : 'Say who: ?login=NAME');
  }
  const permissions: Record<string, string[]> = { 'plugins.app:access': ['plugins:*'] };
  for (const text of (asked.get('permissions') ?? '').split(',').filter(Boolean)) {
    const [action = '', scope = ''] = text.split('@');
    permissions[action] = [...(permissions[action] ?? []), scope];
  }
  grafana.letIn({ login, role, permissions });
  return done();
}

function route(grafana: GrafanaStandIn, to: string | null): Response {
  if (to === 'roundRobin' || to === 'sticky') {
    grafana.route(to);
    return done();
  }
  if (!grafana.replicas[Number(to) - 1]) {
    return refused(`Say where to: roundRobin, sticky or 1 to ${grafana.replicas.length}`);
  }
  grafana.route(Number(to) - 1);
  return done();
}
