import { parseArgs } from 'node:util';
import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { play, type Course, type Stage } from './faultCase';
import { EMPTIED, FAULT_KINDS, isReadOfGrafana, type Fault } from './faultKinds';
import { FLOWS, type Flow } from './flows';
import { judge, type Problem } from './judge';
import { sample } from './sampling';
import { createStages } from './stages';
import { table } from './table';
import type { Way } from './world';

/**
 * Runs every flow once in peace, and then again for every request of it with every kind of fault, going on as a person
 * would: `npm run faults -- [--sample 500] [--flow rename] [--version 12.4.0] [--verbose]`. Exits with 1 when anything
 * was untrue, changed what is others', or ended otherwise than in peace.
 */
const VERSIONS: readonly GrafanaVersion[] = ['12.3.0', '12.4.0', '13.2.1'];
const WAYS: readonly Way[] = ['session', 'proxy'];
const LENGTHS = [1, 3];

interface Case {
  stage: Stage;
  peace: Course;
  fault: Fault;
  isPageLost: boolean;
}

interface Row {
  flow: Flow;
  requests: number;
  told: string;
  cases: number;
  different: number;
}

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string' },
    flow: { type: 'string', multiple: true },
    version: { type: 'string', multiple: true },
    way: { type: 'string' },
    fault: { type: 'string' },
    verbose: { type: 'boolean' },
  },
});

async function main(): Promise<number> {
  const stages = createStages();
  const rows = new Map<string, Row>();
  const all: Case[] = [];
  for (const flow of FLOWS.filter(({ name }) => options.flow?.includes(name) ?? true)) {
    for (const version of VERSIONS.filter((one) => options.version?.includes(one) ?? true)) {
      for (const way of WAYS.filter((one) => one === (options.way ?? one))) {
        const stage = await stages.stage(version, way, flow);
        const peace = await play(stage, undefined, false);
        const { told, why } = peace.last;
        const calm = { flow, requests: peace.requests.length, told: why ? `${told}: ${why}` : told };
        rows.set(flow.name, rows.get(flow.name) ?? { ...calm, cases: 0, different: 0 });
        reportPeace(stage, peace);
        all.push(...casesOf(stage, peace));
      }
    }
  }
  const cases = sample(all, options.sample === undefined ? undefined : Number(options.sample));
  const counts = new Map<string, number>();
  const started = performance.now();
  let different = 0;
  for (const one of cases) {
    const problems = await run(one);
    const row = rows.get(one.stage.flow.name);
    if (row) {
      row.cases += 1;
      row.different += problems.length > 0 ? 1 : 0;
    }
    different += problems.length > 0 ? 1 : 0;
    problems.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  }
  const seconds = (performance.now() - started) / 1000;
  await stages.stop();
  const cells = [...rows.values()].map((row) => [row.flow.name, row.told, row.requests, row.cases, row.different]);
  print(table(['flow', 'in peace', 'requests', 'cases', 'different'], cells));
  print(`\n${[...counts].map(([kind, count]) => `${kind}: ${count}`).join(', ')}`);
  print(`${(cases.length / seconds).toFixed(0)} cases a second`);
  print(`faults: ${cases.length} cases, ${cases.length - different} equal, ${different} different`);
  return different > 0 ? 1 : 0;
}

function casesOf(stage: Stage, peace: Course): Case[] {
  const { isUndo, afterLoss, keepsPage, comesBack } = stage.flow;
  const losses = keepsPage || (isUndo && !afterLoss) ? [false] : [false, true];
  return peace.requests.flatMap((request, at) =>
    FAULT_KINDS.filter(({ name }) => name === (options.fault ?? name))
      // No rules at all is what Grafana says of an empty folder; nobody could tell.
      .filter(({ name }) => !(name === 'other-form-after' && /^GET .*\/api\/ruler\//.test(request)))
      // Of other lists it is true, or nobody could tell.
      .filter(({ name }) => name !== EMPTIED || /^GET .*(contact-points|namespaces\/[^/]+\/receivers)$/.test(request))
      .filter(({ isBehind }) => !isBehind || isReadOfGrafana(request))
      // Reading twice or not at all is the same to Grafana.
      .filter(
        ({ acts, spoilsAnswer, isBehind }) => acts === 'never' || spoilsAnswer || isBehind || !request.startsWith('GET')
      )
      .flatMap((kind) =>
        LENGTHS.flatMap((length) =>
          losses
            // Of what comes back to where it was a new page could not tell.
            .filter((isPageLost) => !(kind.isBehind && comesBack && isPageLost))
            .map((isPageLost) => ({ stage, peace, fault: { kind, at, length }, isPageLost }))
        )
      )
  );
}

async function run({ stage, peace, fault, isPageLost }: Case): Promise<Problem[]> {
  let course: Course | undefined;
  let problems: Problem[];
  try {
    course = await play(stage, fault, isPageLost);
    problems = judge(stage.flow, course, peace, { isPageLost, isLate: fault.kind.acts === 'late' });
  } catch (error) {
    problems = [{ kind: 'threw', lines: [String(error)] }];
  }
  if (problems.length > 0 && options.verbose) {
    const { flow, way, world } = stage;
    const where = `${fault.at} ${peace.requests[fault.at]}`;
    const how = `${fault.kind.name}${fault.length > 1 ? ` x${fault.length}` : ''}, page ${isPageLost ? 'lost' : 'kept'}`;
    print(`\n${flow.name}, ${world.version}, ${way}: request ${where}: ${how}`);
    if (course) {
      const { first, last, tries } = course;
      print(`  said ${first.told} ${first.why}; after ${tries} more: ${last.told} ${last.why}`);
    }
    problems.forEach(({ kind, lines }) => print(`  ${kind}\n${lines.map((line) => `    ${line}`).join('\n')}`));
  }
  return problems;
}

function reportPeace({ flow, world, way }: Stage, peace: Course): void {
  if (options.verbose && (peace.last.told !== 'done' || peace.foreign.length > 0)) {
    print(`\n${flow.name}, ${world.version}, ${way}: in peace it says ${peace.last.told} ${peace.last.why}`);
    peace.foreign.forEach((line) => print(`  ${line}`));
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().then(
  (code) => (process.exitCode = code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  }
);
