import * as z from '../../transport/zod';
import type { StateChange } from '../../connection/port/grafanaPort';

const column = z.array(z.unknown());

/** State changes as a data frame with the columns time, text, prev, next, data (state.json, "state history"). */
export const historyAnswer = z.looseObject({
  schema: z.looseObject({ fields: z.array(z.looseObject({ name: z.string() })) }),
  data: z.looseObject({ values: z.array(column) }),
});

/**
 * Whether Grafana writes changes down at all. With `[unified_alerting.state_history] enabled = false` it answers a
 * frame without any column (docs/facts.md#deliveries-and-alerts); one without changes has its columns.
 */
export const isHistoryKept = ({ schema }: z.infer<typeof historyAnswer>): boolean => schema.fields.length > 0;

/** Replicas write down a change that all of them saw so far apart at most, in milliseconds; rules are looked at every 10 s. */
const SAME_MOMENT = 2_000;

interface Entry {
  change: StateChange;
  /** What it is told by, besides its time. */
  key: string;
}

/**
 * Newest first on the wire; the times are microseconds there. Each replica that evaluates the rule writes its own entry
 * of a change (docs/facts.md#replicas-of-one-grafana), of which one is given. Entries
 * of several series of one rule differ in their text.
 */
export function historyFromWire({ schema, data }: z.infer<typeof historyAnswer>): StateChange[] {
  const columnOf = (name: string) => data.values[schema.fields.findIndex((field) => field.name === name)] ?? [];
  const [previous, next, text] = [columnOf('prev'), columnOf('next'), columnOf('text')];
  return columnOf('time')
    .flatMap((time, index): Entry[] =>
      typeof time === 'number'
        ? [
            {
              change: {
                at: time / 1000,
                previous: stateOf(previous[index]).state,
                next: stateOf(next[index]).state,
                note: stateOf(next[index]).note,
                copies: 1,
              },
              key: JSON.stringify([previous[index], next[index], text[index]]),
            },
          ]
        : []
    )
    .sort((a, b) => a.change.at - b.change.at)
    .reduce<Entry[]>(withoutCopies, [])
    .map(({ change }) => change);
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
