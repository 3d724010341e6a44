import { Hono } from 'hono';

import type { GrafanaEnv } from '../../context';
import type { History } from '../evaluation/history';
import type { FolderAccess } from '../folders/folderAccess';
import { json } from '../http';
import type { RuleStore } from '../rules/ruleStore';
import type { StateHistoryBackend } from '../../server/configuration';

interface HistoryDeps {
  /** Whether changes are written down (`[unified_alerting.state_history] enabled`). */
  isKept: boolean;
  backend: StateHistoryBackend;
  history: History;
  rules: RuleStore;
  access: FolderAccess;
}

/** The state history as a data frame. */
export function historyRoutes({ isKept, backend, history, rules, access }: HistoryDeps): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();

  app.get('/api/v1/rules/history', (c) => {
    if (!isKept) {
      // docs/facts.md#deliveries-and-alerts: a frame without any column.
      return json(200, { schema: { name: 'states', fields: [] }, data: { values: [] } });
    }
    const number = (name: string) => (c.req.query(name) ? Number(c.req.query(name)) : undefined);
    const milliseconds = (seconds: number | undefined) => (seconds === undefined ? undefined : seconds * 1000);
    const ruleUID = c.req.query('ruleUID');
    if (!ruleUID) {
      // docs/facts.md#deliveries-and-alerts; the words are ours.
      return json(500, { message: 'the state history of all rules cannot be read' });
    }
    const entries = history
      .list({
        ruleUid: ruleUID,
        from: milliseconds(number('from')),
        to: milliseconds(number('to')),
        limit: number('limit'),
      })
      .filter(({ ruleUid }) => {
        const rule = rules.get(ruleUid);
        return rule && access.seesRules(c, rule.folderUid);
      });
    if (backend === 'loki') {
      return json(200, lokiFrame(entries));
    }
    const labels = { from: 'state-history', ruleUID };
    const field = (name: string, type: string, frame: string) => ({ name, type, typeInfo: { frame }, labels });
    const texts = ['text', 'prev', 'next', 'data'].map((name) => field(name, 'string', 'string'));
    return json(200, {
      schema: { name: 'states', fields: [field('time', 'time', 'time.Time'), ...texts] },
      data: {
        values: [
          // Recorded so: a thousand times the milliseconds.
          entries.map(({ at }) => at * 1000),
          entries.map(({ text }) => text),
          entries.map(({ previous }) => previous),
          entries.map(({ next }) => next),
          entries.map(({ data }) => data),
        ],
      },
    });
  });
  return app;
}

/** docs/facts.md#deliveries-and-alerts: oldest first, in milliseconds, and what replicas wrote alike once. */
function lokiFrame(entries: ReturnType<History['list']>) {
  const lines = entries.map(({ at, previous, next, ruleUid }) => ({
    at,
    line: { schemaVersion: 1, previous, current: next, values: {}, ruleUID: ruleUid },
  }));
  const once = [...new Map(lines.map((entry) => [JSON.stringify([entry.at, entry.line]), entry])).values()].reverse();
  const field = (name: string, type: string, frame: string) => ({ name, type, typeInfo: { frame }, labels: {} });
  return {
    schema: {
      name: 'states',
      fields: [
        field('time', 'time', 'time.Time'),
        field('line', 'other', 'json.RawMessage'),
        field('labels', 'other', 'json.RawMessage'),
      ],
    },
    data: {
      values: [once.map(({ at }) => at), once.map(({ line }) => line), once.map(() => ({ from: 'state-history' }))],
    },
  };
}
