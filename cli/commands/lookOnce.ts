import type { FleetGrafana } from '../config/fleet';
import { inParallel } from '../pool';
import type { Report, Row } from '../report';
import { reportOf } from '../summary';
import { applyGrafana } from './apply';
import { budgetVerdict, refuseFull } from './budget';
import { coverageOfGrafana } from './coverage';
import { exportGrafana } from './export';
import { guarded, stoppedRow, type Context } from './context';
import { prepare, type Prepared } from './prepare';
import { removeFromGrafana } from './remove';
import { statusOfGrafana, worstFirst, type Watched } from './status';

/** Carries out a command once for the whole fleet. `watched`: what earlier looks saw, which `status` adds to. */
export async function lookOnce(
  fleet: readonly FleetGrafana[],
  context: Context,
  watched: Map<string, Watched>
): Promise<Report> {
  switch (context.options.command) {
    case 'status': {
      const rows = await rowsOf(fleet, context, (grafana) => statusOfGrafana(grafana, context, watched));
      return reportOf(worstFirst(rows), fleet.length);
    }
    case 'remove':
      return reportOf(await rowsOf(fleet, context, (grafana) => removeFromGrafana(grafana, context)), fleet.length);
    case 'coverage':
      return reportOf(await rowsOf(fleet, context, coverageOfGrafana), fleet.length);
    case 'export':
      return reportOf(await rowsOf(fleet, context, (grafana) => exportGrafana(grafana, context)), fleet.length);
    case 'plan':
    case 'apply':
      return planOrApply(fleet, context);
  }
}

/** Nothing is written before all have been asked, because only the sum tells what IRM would have to take. */
async function planOrApply(fleet: readonly FleetGrafana[], context: Context): Promise<Report> {
  const { options, signal } = context;
  const onEnd = ({ grafana, rows }: Prepared, ended: number) =>
    context.progress(grafana.name, rows, ended, fleet.length);
  const found = await inParallel(fleet, { parallel: options.parallel, signal, onEnd }, prepare);
  const asked = fleet.map(
    (grafana, index): Prepared => found[index] ?? { grafana, rows: [stoppedRow(grafana.name)], asked: undefined }
  );
  const budget = budgetVerdict(asked);
  const prepared = options.force ? asked : refuseFull(asked, budget);
  const remarks = [...budget.warnings, ...budget.full.values()];
  if (options.command === 'plan') {
    const rows = prepared.flatMap((one) => one.rows);
    return { ...reportOf(rows, fleet.length), remarks };
  }
  const rows = await rowsOf(fleet, context, (_, index) => {
    const one = prepared[index];
    return one ? applyGrafana(one, context) : Promise.resolve([]);
  });
  return { ...reportOf(rows, fleet.length), remarks };
}

/** The rows of every Grafana in the order of the file; of those that were not begun, one that says so. */
async function rowsOf(
  fleet: readonly FleetGrafana[],
  { options: { parallel }, signal, progress }: Context,
  ask: (grafana: FleetGrafana, index: number) => Promise<Row[]>
): Promise<Row[]> {
  const onEnd = (done: Done, ended: number) => progress(done.name, done.rows, ended, fleet.length);
  const results = await inParallel<[number, FleetGrafana], Done>(
    [...fleet.entries()],
    { parallel, signal, onEnd },
    async ([index, grafana]) => ({ name: grafana.name, rows: await guarded(grafana, () => ask(grafana, index)) })
  );
  return fleet.flatMap(({ name }, index) => results[index]?.rows ?? stoppedRow(name));
}

interface Done {
  name: string;
  rows: Row[];
}
