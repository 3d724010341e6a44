import type { Simulated, Telling } from './simulation';

/** One refresh, and the seconds in which the simulation steps. */
const LATEST = 12;

/** What a simulation showed, in Markdown, and how much of it must not be. */
export function report(replicas: number, { watchers, counts, falseAlarms, tellings }: Simulated) {
  const known = tellings.filter((telling) => canKnow(telling));
  const late = known.filter(({ delay }) => delay === undefined || delay > LATEST);
  const lines = [
    `## ${replicas} replicas`,
    '',
    ...Object.entries(counts).map(([name, count]) => `- ${name}: ${count}`),
    '',
    '| seen through | looks | requests a look | asked again | up | new | unknown | late | down | false late | false down |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...watchers.map(({ name, looks, askedAgain, requests, states }) => {
      const falsely = (state: string) =>
        falseAlarms.filter((alarm) => alarm.watcher === name && alarm.state === state).length;
      const cells = [
        ...[name, looks, (requests() / looks).toFixed(1), (askedAgain / looks).toFixed(2)],
        ...[states.up, states.new, states.unknown, states.late, states.down],
        ...[falsely('late'), falsely('down')],
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
    '| outage | state | told | median delay | greatest delay | not told |',
    '| --- | --- | --- | --- | --- | --- |',
    ...groups(tellings).map(([name, group]) => {
      const delays = group.flatMap(({ delay }) => delay ?? []).sort((a, b) => a - b);
      const seconds = (value: number | undefined) => (value === undefined ? '' : `${value} s`);
      const cells = [
        ...[name, delays.length, seconds(delays[delays.length >> 1]), seconds(delays.at(-1))],
        group.length - delays.length,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
    ...[...falseAlarms]
      .sort((a, b) => Number(a.watcher.endsWith('fresh')) - Number(b.watcher.endsWith('fresh')))
      .slice(0, 20)
      .map((alarm) => JSON.stringify(alarm)),
    ...late.slice(0, 20).map((telling) => JSON.stringify(telling)),
    '',
  ];
  return { text: lines.join('\n'), problems: falseAlarms.length + late.length };
}

/** The third replica does not try while those before it do, so that who asks it alone sees nothing of a failing IRM. */
const canKnow = ({ kind, watcher }: Telling) => kind === 'silence' || !watcher.endsWith('alone');

function groups(tellings: readonly Telling[]): Array<[string, Telling[]]> {
  const found = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const way = telling.watcher.endsWith('alone') ? 'each replica alone' : telling.watcher;
    const key = `${telling.kind}, ${way} | ${telling.state}`;
    found.set(key, [...(found.get(key) ?? []), telling]);
  }
  return [...found];
}
