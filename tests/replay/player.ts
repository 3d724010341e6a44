import { fakeClock } from '../../sandbox/clock';
import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { createGrafana } from '../../sandbox/grafana/standIn';
import type { RecordedStep } from '../support/recordings';
import { normalise } from './normalise';
import { RECORDED_PLUGIN } from './plugin';
import { recordedSurroundings } from './sink';
import { interludesBefore } from './stage';

export interface Player {
  advance(ms: number): Promise<void>;
  /** A request of an admin that was not recorded; it has to succeed. */
  quietly(method: string, path: string, body: unknown): Promise<void>;
}

export interface Played {
  expected: Answer;
  actual: Answer;
}

interface Answer {
  status: number;
  type: string | null;
  body: unknown;
}

const PASSWORDS = { admin: 'admin', editor: 'editorpass', viewer: 'viewerpass' };
/** app-platform-rules.json was recorded with it; the others do not show it. */
const TOGGLES = ['kubernetesAlertingRules'];
const STARTED = { '12.3.0': '2026-11-22T04:14:25Z', '12.4.0': '2026-11-22T04:18:54Z' };

/** Plays recorded steps against the stand-in set to that version, on a clock that only moves when it must. */
export function createReplay(version: GrafanaVersion & keyof typeof STARTED) {
  const clock = fakeClock(Date.parse(STARTED[version]));
  const rootUrl = version === '12.3.0' ? 'http://localhost:13001' : 'http://localhost:13000';
  const send = recordedSurroundings(clock, (request) => grafana.fetch(request));
  const grafana = createGrafana({ version, clock, rootUrl, send, plugin: RECORDED_PLUGIN, toggles: TOGGLES });
  /** Ids of the recording and what stands for them here. */
  const known = new Map<string, string>();

  /** Lets time pass only while the stand-in waits for it. */
  async function ask(request: Request): Promise<Response> {
    let settled = false;
    const pending = grafana.fetch(request).finally(() => (settled = true));
    pending.catch(() => undefined);
    for (let second = 0; !settled && second < 120; second++) {
      for (let turn = 0; !settled && turn < 30; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (!settled) {
        await clock.advance(1000);
      }
    }
    return pending;
  }

  function toRequest(as: RecordedStep['as'], request: RecordedStep['request']): Request {
    const headers = new Headers(request.headers);
    if (as !== 'anonymous') {
      headers.set('Authorization', `Basic ${Buffer.from(`${as}:${PASSWORDS[as]}`).toString('base64')}`);
    }
    const hasBody = request.body !== undefined && request.body !== null;
    if (hasBody && !headers.has('Content-Type')) {
      headers.set('Content-Type', 'application/json');
    }
    const body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
    return new Request(rootUrl + here(request.path), {
      method: request.method,
      headers,
      body: hasBody ? here(body) : undefined,
    });
  }

  /** Puts our ids where the recorded request names those of its own server. */
  function here(text: string): string {
    let result = text;
    for (const [recorded, ours] of known) {
      result = result.replaceAll(recorded, ours);
    }
    return result;
  }

  const player: Player = {
    advance: (ms) => clock.advance(ms),
    async quietly(method, path, body) {
      const headers = { 'X-Disable-Provenance': 'true' };
      const response = await ask(toRequest('admin', { method, path, headers, body }));
      if (!response.ok) {
        throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
      }
    },
  };

  return {
    async play(file: string, step: RecordedStep, isFirst: boolean): Promise<Played> {
      for (const interlude of interludesBefore(version, file, step.name, isFirst)) {
        await interlude.play(player);
      }
      const response = await ask(toRequest(step.as, step.request));
      const recordedIds: string[] = [];
      const ourIds: string[] = [];
      const type = response.headers.get('Content-Type');
      const body = parse(await response.text(), type);
      const actual = answer(step, response.status, type, body, ourIds);
      const expected = answer(step, step.response.status, step.response.contentType, step.response.body, recordedIds);
      if (recordedIds.length === ourIds.length) {
        recordedIds.forEach((id, index) => known.set(id, ourIds[index] ?? id));
      }
      return { expected, actual };
    },
    stop: () => grafana.stop(),
  };
}

function answer(step: RecordedStep, status: number, type: string | null, body: unknown, ids: string[]): Answer {
  const ordered = isReceiverStatus(step) ? byName(body) : body;
  const normal = normalise(ordered, (id) => ids.push(id));
  const shown = step.request.path === '/api/frontend/settings' ? recordedSettings(normal) : normal;
  return { status, type: type && (type.split(';')[0] ?? null), body: shown };
}

/** The frontend settings were cut when they were recorded. */
function recordedSettings(body: unknown) {
  const { buildInfo, unifiedAlertingEnabled, unifiedAlerting, namespace, appUrl } = body as Record<string, unknown>;
  return { buildInfo, unifiedAlertingEnabled, unifiedAlerting, namespace, appUrl };
}

/** Grafana lists the running receivers in no order. */
function isReceiverStatus({ request }: RecordedStep): boolean {
  return request.method === 'GET' && request.path.endsWith('/config/api/v1/receivers');
}

function byName(body: unknown): unknown {
  const name = (item: unknown) => (item as { name: string }).name;
  return Array.isArray(body) ? [...(body as unknown[])].sort((a, b) => (name(a) < name(b) ? -1 : 1)) : body;
}

function parse(text: string, type: string | null): unknown {
  if (text === '') {
    return null;
  }
  return type?.includes('json') ? (JSON.parse(text) as unknown) : text;
}
