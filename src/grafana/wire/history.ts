import { z } from 'zod';
import type { StateChange } from '../../connection/port/grafanaPort';

const column = z.array(z.unknown());

/** State changes as a data frame with the columns time, text, prev, next, data (state.json, "state history"). */
export const historyAnswer = z.looseObject({
  schema: z.looseObject({ fields: z.array(z.looseObject({ name: z.string() })) }),
  data: z.looseObject({ values: z.array(column) }),
});

/** Newest first on the wire; the times are microseconds there. */
export function historyFromWire({ schema, data }: z.infer<typeof historyAnswer>): StateChange[] {
  const columnOf = (name: string) => data.values[schema.fields.findIndex((field) => field.name === name)] ?? [];
  const [previous, next] = [columnOf('prev'), columnOf('next')];
  return columnOf('time')
    .flatMap((time, index) =>
      typeof time === 'number'
        ? [
            {
              at: time / 1000,
              previous: stateOf(previous[index]).state,
              next: stateOf(next[index]).state,
              note: stateOf(next[index]).note,
            },
          ]
        : []
    )
    .sort((a, b) => a.at - b.at);
}

/** `Normal (Paused)` is a state with a note. */
function stateOf(text: unknown): { state: string; note: string | undefined } {
  const [, state = '', note] = /^(.*?)(?:\s*\((.*)\))?$/.exec(typeof text === 'string' ? text : '') ?? [];
  return { state, note };
}
