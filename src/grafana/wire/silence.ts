import { z } from '../../transport/zod';
import type { Silence } from '../../connection/port/grafanaPort';
import { timeFromWire } from './time';

/** One silence (state.json, "silences"; by id measured on 12.4.0, the same form). */
export const silence = z.looseObject({
  id: z.string(),
  comment: z.string().default(''),
  createdBy: z.string().default(''),
  startsAt: z.string().nullish(),
  endsAt: z.string().nullish(),
  matchers: z
    .array(
      z.looseObject({
        name: z.string(),
        value: z.string(),
        isEqual: z.boolean().default(true),
        isRegex: z.boolean().default(false),
      })
    )
    .default([]),
  status: z.looseObject({ state: z.string() }),
});

export const createdSilence = z.looseObject({ silenceID: z.string() });

export function silenceFromWire(wire: z.infer<typeof silence>): Silence {
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
