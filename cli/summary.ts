import { worstOf } from './exitCodes';
import type { Report, Row } from './report';

/** Counts what came of all connections, in one sentence. */
export function reportOf(rows: Row[], grafanas: number): Report {
  const counts = new Map<string, number>();
  for (const { state } of rows) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([state, count]) => `${count} ${state.toLowerCase()}`);
  const notAsked = new Set(rows.filter(({ isNotAsked }) => isNotAsked).map(({ grafana }) => grafana));
  const asked = grafanas === 1 ? '1 Grafana' : `${grafanas} Grafanas`;
  const summary = `${asked}${notAsked.size > 0 ? `, ${notAsked.size} could not be asked` : ''}: ${parts.join(', ') || 'no connections'}.`;
  return { rows, code: worstOf(rows.map(({ code }) => code)), summary };
}
