import * as z from '../../transport/zod';
import type { Silence } from '../../connection/port/grafanaPort';
import { timeFromWire } from './time';

/** One silence (state.json, "silences"; by id the same form: docs/facts.md#deliveries-and-alerts). */
export const silence = z.looseObject({
  id: z.string(),
  comment: z._default(z.string(), ''),
  createdBy: z._default(z.string(), ''),
  startsAt: z.nullish(z.string()),
  endsAt: z.nullish(z.string()),
  matchers: z._default(
    z.array(
      z.looseObject({
        name: z.string(),
        value: z.string(),
        isEqual: z._default(z.boolean(), true),
        isRegex: z._default(z.boolean(), false),
      })
    ),
    []
  ),
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
