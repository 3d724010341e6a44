import type { Handler } from 'hono';
import type { IrmContext } from '../context';
import { detail, json, serverErrorPage } from '../http/answers';
import { readBody } from '../http/body';
import { isRecord } from '../isRecord';
import type { Integration } from '../model';
import type { MakeView, ViewRequest } from './view';
import { integrationToWire } from './wire';

const allow = 'POST, OPTIONS';

/** `maintenance_start` and `maintenance_stop` of an integration. The real engine falls over for service accounts. */
export function maintenanceActions(context: IrmContext, view: MakeView): { start: Handler; stop: Handler } {
  const { store, maintenances } = context;

  function action(run: (integration: Integration, request: ViewRequest) => Response | Promise<Response>): Handler {
    const withOne = (request: ViewRequest) => {
      const integration = store.integrations.get(request.c.req.param('id') ?? '');
      if (!integration) {
        return detail('Not found.', 404, { allow });
      }
      return request.caller.user ? run(integration, request) : serverErrorPage();
    };
    return view({ allow, actions: { POST: { needs: 'integrations:write', run: withOne } } });
  }

  const shown = (integration: Integration) => json(integrationToWire(context, integration), { allow });

  const start = action(async (integration, { c }) => {
    const body = await readBody(c.req.raw, { allow });
    if ('refusal' in body) {
      return body.refusal;
    }
    const { mode, duration } = isRecord(body.data) ? body.data : {};
    const known = (['debug', 'maintenance'] as const).find((each) => each === String(mode).toLowerCase());
    if (!known) {
      return json({ mode: ['Unknown mode'] }, { status: 400, allow });
    }
    const seconds = wholeNumber(duration);
    if (seconds === undefined) {
      return json({ duration: ['Invalid duration'] }, { status: 400, allow });
    }
    if (integration.maintenance) {
      return detail('Already on maintenance', 400, { allow });
    }
    maintenances.start(integration, known, seconds);
    return shown(integration);
  });

  const stop = action((integration) => {
    maintenances.end(integration);
    return shown(integration);
  });

  return { start, stop };
}

function wholeNumber(value: unknown): number | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value));
  return isNumber ? Math.trunc(Number(value)) : undefined;
}
