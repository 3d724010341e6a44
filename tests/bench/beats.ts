import type { Figure } from './figure';
import type { BenchPlace } from './place';

/** A beat leaves with the first or second flush after the repeat interval, as on a real Grafana (docs/timing.md). */
const TWO_FLUSHES_MS = 2000;
const BUDGET_MS = 1000;

interface Delivery {
  at: number;
  target: 'alert' | 'heartbeat';
  status: number;
}

/** How late beats of the sandbox come, by what its IRM has taken in: 99 of 100 are no later than this. */
export async function latenessOf(
  { irmUrl, cpuSeconds }: Pick<BenchPlace, 'irmUrl' | 'cpuSeconds'>,
  beatSeconds: number,
  subject: string
): Promise<Figure[]> {
  const [since, startedAt, cpuBefore] = [Date.now(), performance.now(), cpuSeconds()];
  await new Promise((resolve) => setTimeout(resolve, beatSeconds * 2.5 * 1000));
  const share = ((cpuSeconds() - cpuBefore) / (performance.now() - startedAt)) * 100_000;
  const ask = async <T>(path: string) => (await (await fetch(irmUrl + path)).json()) as T;
  const { integrations } = await ask<{ integrations: Array<{ id: string }> }>('/ui/api/integrations');
  const late: number[] = [];
  for (const { id } of integrations) {
    const beats = (await ask<Delivery[]>(`/ui/api/integrations/${id}/deliveries`))
      .filter(({ target, at }) => target === 'heartbeat' && at >= since)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
    beats.slice(1).forEach((at, index) => late.push(at - (beats[index] ?? at) - beatSeconds * 1000 - TWO_FLUSHES_MS));
  }
  late.sort((a, b) => a - b);
  return [
    {
      subject,
      measure: 'beats late by, 99 of 100, ms',
      value: late.length > 0 ? Math.max(0, late[Math.floor(late.length * 0.99)] ?? 0) : undefined,
      budget: BUDGET_MS,
    },
    { subject, measure: 'processor of the sandbox, % of a core', value: share },
  ];
}
