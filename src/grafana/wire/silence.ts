import * as v from 'valibot';
import type { Silence } from '../../connection/port/grafanaPort';
import { timeFromWire } from './time';

/** One silence (state.json, "silences"; by id the same form: docs/facts.md#deliveries-and-alerts). */
export const silence = v.looseObject({
  id: v.string(),
  comment: v.optional(v.string(), ''),
  createdBy: v.optional(v.string(), ''),
  startsAt: v.nullish(v.string()),
  endsAt: v.nullish(v.string()),
  matchers: v.optional(
    v.array(
      v.looseObject({
        name: v.string(),
        value: v.string(),
        isEqual: v.optional(v.boolean(), true),
        isRegex: v.optional(v.boolean(), false),
      })
    ),
    []
  ),
  status: v.looseObject({ state: v.string() }),
});

export const createdSilence = v.looseObject({ silenceID: v.string() });

export function silenceFromWire(wire: v.InferOutput<typeof silence>): Silence {
  const { state } = wire.status;
  return {
    id: wire.id,
    state: state === 'active' || state === 'pending' ? state : 'expired',
    matchers: wire.matchers.map(({ name, value, isEqual, isRegex }) => ({ name, value, isEqual, isRegex })),
    startsAt: timeFromWire(wire.startsAt),
    endsAt: timeFromWire(wire.endsAt),
    createdBy: wire.createdBy,
    comment: wire.comment,
  };
}

export function silenceToWire({ matchers, startsAt, endsAt, createdBy, comment }: Omit<Silence, 'id' | 'state'>) {
  const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
  return { matchers, startsAt: iso(startsAt), endsAt: iso(endsAt), createdBy, comment };
}
