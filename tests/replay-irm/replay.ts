import { fakeClock } from '../../sandbox/clock';
import type { ServiceAccountToken } from '../../sandbox/irm/organization';
import { allPermissions } from '../../sandbox/irm/permissions';
import { createIrm, type IrmStandIn } from '../../sandbox/irm/standIn';
import type { IrmStep } from '../support/irmRecordings';
import { baseUrl } from './client';
import { type Comparison, differences } from './compare';
import { Names } from './names';

/** Tokens are replaced in the recordings; what stands for them serves as the token here. */
const userTokens = (['admin', 'editor', 'viewer'] as const).map((role) => ({ token: `<${role} API token>`, role }));

/** The rights that the recorded service accounts had; one without a name was unknown to its Grafana. */
const serviceAccountTokens: ServiceAccountToken[] = [
  { token: 'glsa_sa_full', permissions: allPermissions },
  { token: 'glsa_sa_read', permissions: ['integrations:read'] },
  { token: 'glsa_sa_min', permissions: ['integrations:read', 'integrations:write'] },
  { token: 'glsa_sa_none', permissions: [] },
  // It had its rights under the names of the other of IRM's plugins.
  { token: 'glsa_sa_irm', permissions: [] },
];
const apiTokens = [...userTokens, ...serviceAccountTokens];
const grafanaUrl = 'http://127.0.0.1:3000';

/** How soon alert groups could be seen on the recorded server. */
const processingMs = 45;

export interface Replay {
  irm: IrmStandIn;
  clock: ReturnType<typeof fakeClock>;
  names: Names;
  /** Makes an integration that the recording has but does not show being made. */
  seed(integration: { type: string; name: string; id?: string; token: string }): void;
  /** Repeats a step at its time; gives the answer's status and what differs from the recorded answer. */
  run(step: IrmStep, how?: Partial<Comparison>): Promise<{ status: number; problems: string[] }>;
}

export function startReplay(firstStepAt: string): Replay {
  const clock = fakeClock(Date.parse(firstStepAt));
  const irm = createIrm({ clock, baseUrl, apiTokens, grafanaUrl, pluginToken: '<plugin token>', processingMs });
  const names = new Names();

  return {
    irm,
    clock,
    names,
    seed({ type, name, id, token }) {
      const integration = irm.createIntegration({ type, name });
      names.pair(token, integration.token);
      if (id) {
        names.pair(id, integration.id);
      }
    },
    async run(step, how) {
      await clock.advance(Math.max(0, Date.parse(step.at) - clock.now()));
      const response = await irm.fetch(requestOf(step, names));
      const body = await bodyOf(response);
      const expected = withAddresses(step.response.body);
      const problems = [
        ...(response.status === step.response.status ? [] : [`status: ${response.status}`]),
        ...headerProblems(step, response),
        ...differences(expected, body, { names, toleranceMs: 2000, ...how }),
      ];
      return { status: response.status, problems };
    },
  };
}

function requestOf({ request }: IrmStep, names: Names): Request {
  const { method, url, headers, body } = request;
  const text = body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const sent = new Headers(text === undefined ? {} : { 'Content-Type': 'application/json' });
  for (const [name, value] of Object.entries(headers)) {
    const token = value.replace(/<service account token(?:: (\w+))?>/, (_, whose = 'unknown') => `glsa_${whose}`);
    sent.set(name, token.replace('{GRAFANA}', grafanaUrl).replace('{OTHER GRAFANA}', 'http://127.0.0.1:3001'));
  }
  return new Request(names.translate(url.replace('{IRM}', baseUrl)), {
    method,
    headers: sent,
    body: text === undefined ? undefined : names.translate(text),
  });
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text && response.headers.get('Content-Type') === 'application/json' ? JSON.parse(text) : text;
}

function withAddresses(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll('{IRM}', baseUrl).replaceAll('{GRAFANA}', grafanaUrl));
}

/** Kind of answer and allowed methods are equal, waits are told where they were told. */
function headerProblems({ response: { headers } }: IrmStep, response: Response): string[] {
  const exact = ['Content-Type', 'Allow'].filter((name) => response.headers.get(name) !== (headers[name] ?? null));
  const present = ['Retry-After', 'RateLimit-Reset'].filter((name) => response.headers.has(name) !== name in headers);
  const missingDate = response.headers.has('Date') ? [] : ['Date'];
  return [...exact, ...present, ...missingDate].map((name) => `header ${name}: ${response.headers.get(name)}`);
}
