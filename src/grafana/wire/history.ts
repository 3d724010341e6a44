import * as v from 'valibot';
import type { StateChange } from '../../connection/port/grafanaPort';

const column = v.array(v.unknown());

/**
 * State changes as a data frame: with the columns time, text, prev, next, data (state.json, "state history"), or from
 * Loki with time, line, labels (docs/facts.md#deliveries-and-alerts).
 */
export const historyAnswer = v.looseObject({
  schema: v.looseObject({ fields: v.array(v.looseObject({ name: v.string() })) }),
  data: v.looseObject({ values: v.array(column) }),
});

/**
 * Whether Grafana writes changes down at all. With `[unified_alerting.state_history] enabled = false` it answers a
 * frame without any column (docs/facts.md#deliveries-and-alerts); one without changes has its columns.
 */
export const isHistoryKept = ({ schema }: v.InferOutput<typeof historyAnswer>): boolean => schema.fields.length > 0;

/** Replicas write down a change that all of them saw so far apart at most, in milliseconds; rules are looked at every 10 s. */
const SAME_MOMENT = 2_000;

interface Entry {
  change: StateChange;
  /** What it is told by, besides its time. */
  key: string;
}

type Frame = v.InferOutput<typeof historyAnswer>;

/** Oldest first. */
export const historyFromWire = (frame: Frame): StateChange[] =>
  frame.schema.fields.some(({ name }) => name === 'line') ? fromLoki(frame) : fromDatabase(frame);

const columnOf = ({ schema, data }: Frame, name: string) =>
  data.values[schema.fields.findIndex((field) => field.name === name)] ?? [];

/**
 * Newest first on the wire; the times are microseconds there. Each replica that evaluates the rule writes its own entry
 * of a change (docs/facts.md#replicas-of-one-grafana), of which one is given. Entries
 * of several series of one rule differ in their text.
 */
function fromDatabase(frame: Frame): StateChange[] {
  const [previous, next, text] = [columnOf(frame, 'prev'), columnOf(frame, 'next'), columnOf(frame, 'text')];
  return columnOf(frame, 'time')
    .flatMap((time, index): Entry[] =>
      typeof time === 'number'
        ? [
            {
              change: changeOf(time / 1000, previous[index], next[index]),
              key: JSON.stringify([previous[index], next[index], text[index]]),
            },
          ]
        : []
    )
    .sort((a, b) => a.change.at - b.change.at)
    .reduce<Entry[]>(withoutCopies, [])
    .map(({ change }) => change);
}

const lokiLine = v.looseObject({ previous: v.string(), current: v.string() });

/** Milliseconds here. Replicas write a change with the same time and words, which Loki keeps once. */
function fromLoki(frame: Frame): StateChange[] {
  const lines = columnOf(frame, 'line');
  return columnOf(frame, 'time')
    .flatMap((time, index) => {
      const line = v.safeParse(lokiLine, lines[index]);
      return typeof time === 'number' && line.success
        ? [changeOf(time, line.output.previous, line.output.current)]
        : [];
    })
    .sort((a, b) => a.at - b.at);
}

function changeOf(at: number, before: unknown, after: unknown): StateChange {
  const { state, note } = stateOf(after);
  return { at, previous: stateOf(before).state, next: state, note, copies: 1 };
}

function withoutCopies(kept: Entry[], entry: Entry): Entry[] {
  const before = kept.findLast(({ change, key }) => key === entry.key && entry.change.at - change.at <= SAME_MOMENT);
  if (before) {
    before.change = { ...before.change, copies: (before.change.copies ?? 1) + 1 };
  } else {
    kept.push(entry);
  }
  return kept;
}

/** `Normal (Paused)` is a state with a note. */
function stateOf(text: unknown): { state: string; note: string | undefined } {
  const [, state = '', note] = /^(.*?)(?:\s*\((.*)\))?$/.exec(typeof text === 'string' ? text : '') ?? [];
  return { state, note };
}
