import { type Handler, Hono } from 'hono';
import type { IrmContext } from '../context';
import { detail, empty, json, notBuilt, serverErrorPage, text } from '../http/answers';
import { readBody } from '../http/body';
import { heartbeatStatus, timeoutOptions } from '../heartbeats';
import { verbalAge } from '../humanTime';
import { isRecord } from '../isRecord';
import { heartbeatEndpointOf } from '../links';
import type { Heartbeat, Integration } from '../model';
import { isAtLeast } from '../permissions';
import { internalUser } from './auth';

interface Monitored {
  integration: Integration;
  heartbeat: Heartbeat;
}

const listAllow = 'GET, POST, HEAD, OPTIONS';
const oneAllow = 'GET, PUT, PATCH, HEAD, OPTIONS';

/** The internal API below `/api/internal/v1`: health, and of the rest only what sets and shows heartbeats. */
export function internalRouter(context: IrmContext): Hono {
  const { store, clock } = context;

  function monitored(): Monitored[] {
    return [...store.integrations.values()].flatMap((integration) =>
      integration.heartbeat ? [{ integration, heartbeat: integration.heartbeat }] : []
    );
  }

  function wire({ integration, heartbeat }: Monitored) {
    const now = clock.now();
    return {
      id: heartbeat.id,
      timeout_seconds: heartbeat.timeoutSeconds,
      alert_receive_channel: integration.id,
      link: heartbeatEndpointOf(context, integration),
      last_heartbeat_time_verbal: heartbeat.lastBeatAt === null ? null : verbalAge(now - heartbeat.lastBeatAt),
      status: heartbeatStatus(heartbeat, now) === 'up',
      instruction: '',
    };
  }

  /** Lets signed-in users through; what changes something takes an Admin. */
  function guarded(allow: string, run: Handler): Handler {
    return (c, next) => {
      const user = internalUser(context, c.req.raw, allow);
      if (user instanceof Response) {
        return user;
      }
      const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
      if (!reads && !isAtLeast(user.role, 'admin')) {
        return detail('You do not have permission to perform this action.', 403, { allow });
      }
      return run(c, next);
    };
  }

  const list = guarded(listAllow, (c) => {
    const wanted = c.req.query('alert_receive_channel');
    const found = monitored().filter(({ integration }) => !wanted || integration.id === wanted);
    return json(found.map(wire), { allow: listAllow });
  });

  const create = guarded(listAllow, async (c) => {
    const body = await readBody(c.req.raw, { allow: listAllow });
    const channel = 'data' in body && isRecord(body.data) ? body.data.alert_receive_channel : undefined;
    const integration = store.integrations.get(String(channel));
    if (integration?.heartbeat) {
      // Every integration that can have a heartbeat has one from the start; a second one is a fault upstream.
      return serverErrorPage();
    }
    const message = 'Heartbeat is not available for this integration';
    return json({ alert_receive_channel: { alert_receive_channel: message } }, { status: 400, allow: listAllow });
  });

  const one = guarded(oneAllow, async (c) => {
    const found = monitored().find(({ heartbeat }) => heartbeat.id === c.req.param('id'));
    if (!found) {
      return detail('Not found.', 404, { allow: oneAllow });
    }
    if (c.req.method === 'DELETE') {
      return serverErrorPage();
    }
    if (c.req.method === 'PUT' || c.req.method === 'PATCH') {
      const errors = await change(found.heartbeat, c.req.raw);
      if (errors) {
        return errors;
      }
    }
    return json(wire(found), { allow: oneAllow });
  });

  const reset = guarded('POST, OPTIONS', (c) => {
    const found = monitored().find(({ heartbeat }) => heartbeat.id === c.req.param('id'));
    if (!found) {
      return detail('Not found.', 404, { allow: 'POST, OPTIONS' });
    }
    found.heartbeat.lastBeatAt = null;
    return empty({ status: 204, allow: 'POST, OPTIONS' });
  });

  const options = guarded('GET, HEAD, OPTIONS', () => json(timeoutOptions, { allow: 'GET, HEAD, OPTIONS' }));

  return new Hono()
    .get('/health/', () => text('Ok'))
    .get('/maintenance-mode-status', () => json({ currently_undergoing_maintenance_message: null }))
    .get('/heartbeats/', list)
    .post('/heartbeats/', create)
    .get('/heartbeats/timeout_options/', options)
    .all('/heartbeats/:id/', one)
    .post('/heartbeats/:id/reset/', reset)
    .all('*', notBuilt);
}

async function change(heartbeat: Heartbeat, request: Request): Promise<Response | undefined> {
  const body = await readBody(request, { allow: oneAllow });
  if ('refusal' in body) {
    return body.refusal;
  }
  const data = isRecord(body.data) ? body.data : {};
  if (request.method === 'PUT' && data.alert_receive_channel === undefined) {
    return json({ alert_receive_channel: ['This field is required.'] }, { status: 400, allow: oneAllow });
  }
  if (data.timeout_seconds === undefined) {
    return undefined;
  }
  const choice = timeoutOptions.find(({ value }) => value === Number(data.timeout_seconds));
  if (!choice) {
    const message = `"${String(data.timeout_seconds)}" is not a valid choice.`;
    return json({ timeout_seconds: [message] }, { status: 400, allow: oneAllow });
  }
  heartbeat.timeoutSeconds = choice.value;
  return undefined;
}
