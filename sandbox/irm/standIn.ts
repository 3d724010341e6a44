import { Hono } from 'hono';
import type { Clock } from '../clock';
import { apiRouter } from './api/router';
import type { IntegrationInput } from './api/integrationInput';
import type { IrmContext } from './context';
import { createIntegration } from './createIntegration';
import { endpointRouter } from './endpoint/router';
import { createHeartbeatMonitor } from './heartbeats';
import { notFoundPage, serverErrorPage, text } from './http/answers';
import { internalRouter } from './internal/router';
import { fixedWindow } from './limits';
import { createMaintenances } from './maintenance';
import type { Integration } from './model';
import { type ApiToken, sandboxTokens } from './organization';
import { restore, snapshotOf } from './savedState';
import { Store } from './store';
import { uiRouter } from './ui/router';

export interface IrmOptions {
  clock: Clock;
  /** Where the stand-in is reached, without a slash at the end, e.g. http://localhost:8080. */
  baseUrl: string;
  /** What `snapshot` gave; an unreadable one throws. */
  saved?: unknown;
  apiTokens?: readonly ApiToken[];
  pluginToken?: string;
  /** The address of the stack, Grafana's, as IRM knows it. */
  grafanaUrl?: string;
  /** From the answer to a delivery until its alert group can be seen; at once unless told. */
  processingMs?: number;
  /** How many messages an organisation may send in five minutes; default 900, as IRM has it. */
  deliveriesOfOrganization?: number;
}

export interface IrmStandIn {
  fetch(request: Request): Promise<Response>;
  /** What outlives a restart: plain data, to be handed to the next `createIrm` as `saved`. */
  snapshot(): unknown;
  stop(): void;
  /** Makes an integration without a request; throws when the name is taken. */
  createIntegration(input: IntegrationInput): Integration;
}

const fiveMinutes = 300_000;

/** A stand-in for Grafana IRM that answers as recorded, keeps time by `clock` and holds everything in memory. */
export function createIrm(options: IrmOptions): IrmStandIn {
  const { clock, baseUrl } = options;
  const store = new Store();
  if (options.saved !== undefined) {
    restore(store, options.saved);
  }
  const context: IrmContext = {
    clock,
    baseUrl,
    store,
    grafanaUrl: (options.grafanaUrl ?? 'http://localhost:3000').replace(/\/+$/, ''),
    apiTokens: options.apiTokens ?? sandboxTokens,
    pluginToken: options.pluginToken ?? 'sandbox-plugin-token',
    processingMs: options.processingMs ?? 0,
    heartbeats: createHeartbeatMonitor(store, clock),
    maintenances: createMaintenances(store, clock),
    deliveryLimits: {
      integration: fixedWindow(300, fiveMinutes),
      organization: fixedWindow(options.deliveriesOfOrganization ?? 900, fiveMinutes),
    },
  };
  const app = routes(context);

  return {
    async fetch(request) {
      const response = await app.fetch(request);
      response.headers.set('Date', new Date(clock.now()).toUTCString());
      return response;
    },
    snapshot: () => snapshotOf(store),
    stop() {
      context.heartbeats.stop();
      context.maintenances.stop();
    },
    createIntegration(input) {
      const result = createIntegration(context, input);
      if ('refusal' in result) {
        throw new Error(result.refusal);
      }
      return result.integration;
    },
  };
}

function routes(context: IrmContext): Hono {
  const ok = () => text('Ok');
  return new Hono({ getPath: pathOf })
    .get('/', (c) => (c.req.header('Accept')?.includes('text/html') ? c.redirect('/ui/') : ok()))
    .get('/health/', ok)
    .get('/ready/', ok)
    .get('/startupprobe/', ok)
    .route('/api/v1', apiRouter(context))
    .route('/api/internal/v1', internalRouter(context))
    .route('/integrations/v1', endpointRouter(context))
    .route('/', uiRouter(context))
    .notFound(notFoundPage)
    .onError((error) => {
      // eslint-disable-next-line no-console -- a mistake in the stand-in itself must not pass for a recorded fault
      console.error(error);
      return serverErrorPage();
    });
}

/** The slash at the end of a path is optional in the public API, and only there. */
function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.startsWith('/api/v1/') ? pathname.replace(/\/$/, '') : pathname;
}
