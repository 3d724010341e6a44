import { Hono, type Context } from 'hono';
import { z } from 'zod';

import { opensBy } from '../access';
import type { GrafanaEnv } from '../context';
import { contentHash } from '../ids';
import { invalidProvenance, wantedProvenance } from '../provenance';
import { jsonBody } from '../requestBody';
import type { MuteTiming, MuteTimingStore } from './store';
import { intervalProblem } from './timeInterval';

const WRITE =
  'any of alert.provisioning:write, alert.notifications.provisioning:write, all of alert.notifications.time-intervals:write, alert.provisioning.provenance:write';

const writeWays = (verb: 'write' | 'delete') => [
  ['alert.provisioning:write'],
  ['alert.notifications.provisioning:write'],
  [`alert.notifications.time-intervals:${verb}`, 'alert.provisioning.provenance:write'],
];
/** docs/facts.md#permissions */
const READ_ACTIONS = [
  'alert.notifications:read',
  'alert.notifications.time-intervals:read',
  'alert.notifications.provisioning:read',
  'alert.provisioning:read',
];
const READ = `any of ${READ_ACTIONS.join(', ')}`;
const READ_WAYS = READ_ACTIONS.map((action) => [action]);

interface Deps {
  timings: MuteTimingStore;
  /** Who names this one: uids of rules, and how many policies. */
  usage(name: string): { rules: string[]; policies: number };
}

const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? undefined);
const timing = z.object({
  name: z.string(),
  time_intervals: z.array(
    z.object({
      times: z.array(z.object({ start_time: z.string(), end_time: z.string() })).optional(),
      ...{ weekdays: texts, days_of_month: texts, months: texts, years: texts },
      location: z.string().optional(),
    })
  ),
});

/** `/api/v1/provisioning/mute-timings`. */
export function muteTimingRoutes({ timings, usage }: Deps): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  routes.get('/*', opensBy(READ_WAYS, READ));
  routes.on(['POST', 'PUT'], '/*', opensBy(writeWays('write'), WRITE));
  routes.delete('/*', opensBy(writeWays('delete'), WRITE));

  routes.get('/', (c) => c.json(timings.list().map(shown)));
  routes.get('/:name', (c) => {
    const found = timings.get(c.req.param('name'));
    return found ? c.json(shown(found)) : c.json(failure(404, 'notFound', 'Not found'), 404);
  });

  routes.post('/', async (c) => {
    const read = await readTiming(c);
    if (read instanceof Response) {
      return read;
    }
    if (timings.has(read.name)) {
      const message = 'Time interval with this name already exists. Use a different name or update existing one.';
      return c.json(failure(400, 'nameExists', message), 400);
    }
    timings.put(read);
    return c.json(shown(read), 201);
  });

  routes.put('/:name', async (c) => {
    const name = c.req.param('name');
    const read = await readTiming(c, name);
    const stored = timings.get(name);
    if (read instanceof Response) {
      return read;
    }
    if (!stored) {
      return c.json(failure(404, 'notFound', 'Not found'), 404);
    }
    if (stored.provenance && stored.provenance !== read.provenance) {
      return c.json(invalidProvenance(stored.provenance, read.provenance), 403);
    }
    timings.put(read);
    return c.json(shown(read), 202);
  });

  routes.delete('/:name', (c) => {
    const stored = timings.get(c.req.param('name'));
    const { rules, policies } = usage(c.req.param('name'));
    if (rules.length > 0 || policies > 0) {
      const users = [...(policies > 0 ? ['notification policies'] : []), ...(rules.length > 0 ? ['alert rules'] : [])];
      return c.json(failure(409, 'used', `Time interval is used by ${users.join(' and ')}`), 409);
    }
    if (stored?.provenance && stored.provenance !== wantedProvenance(c)) {
      return c.json(invalidProvenance(stored.provenance, wantedProvenance(c)), 403);
    }
    timings.remove(c.req.param('name'));
    return c.body(null, 204);
  });

  return routes;
}

async function readTiming(c: Context<GrafanaEnv>, name?: string): Promise<MuteTiming | Response> {
  const { data } = timing.safeParse({ ...(await jsonBody(c)), ...(name !== undefined && { name }) });
  if (!data) {
    return c.json({ message: 'bad request data' }, 400);
  }
  const problem = data.name ? data.time_intervals.map(intervalProblem).find(Boolean) : 'missing name';
  if (problem) {
    const message = 'Time interval is in invalid format. Correct the payload and try again.';
    return c.json({ ...failure(400, 'invalidFormat', message), extra: { Error: problem } }, 400);
  }
  return { ...data, provenance: wantedProvenance(c) };
}

function shown({ name, time_intervals, provenance }: MuteTiming) {
  const version = contentHash([name, time_intervals]);
  return { name, time_intervals, version, ...(provenance && { provenance }) };
}

function failure(statusCode: number, reason: string, message: string) {
  return { statusCode, messageId: `alerting.notifications.time-intervals.${reason}`, message };
}
