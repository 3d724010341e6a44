import * as v from 'valibot';
import { kept } from '../../ui/data/kept';

const form = v.object({
  /** When the contact point was created here, by the server's clock. */
  madeAt: v.optional(v.number()),
  /** When a test alert was answered with success, by the browser's clock. */
  testedAt: v.optional(v.number()),
  /** How long its answer took, as Grafana says. */
  answeredMs: v.optional(v.number()),
  /** The test was seen in IRM, by its API or by the person. */
  isSeen: v.optional(v.boolean()),
  /** When the heartbeat was added here, and when its first one was delivered, by the server's clock. */
  enabledAt: v.optional(v.number()),
  firstBeatAt: v.optional(v.number()),
});

/** What was seen of a connection on its way through the wizard; times in epoch milliseconds. Grafana keeps none of it. */
export type Journey = v.InferOutput<typeof form>;

const keptOf = (connectionId: string) => kept('session', `irmconnect.journey.${connectionId}`, form);

/** What is noted when a contact point is created: of one at the same endpoint that was removed nothing counts any more. */
export const beginAgain = (madeAt: number, isTested: boolean): Partial<Journey> => ({
  ...(!isTested && { testedAt: undefined, answeredMs: undefined, isSeen: undefined }),
  ...{ madeAt, enabledAt: undefined, firstBeatAt: undefined },
});

/** What this browser session saw of a connection; nothing where there is nothing. */
export const loadJourney = (connectionId: string): Journey => keptOf(connectionId).read() ?? {};

export const saveJourney = (connectionId: string, journey: Journey): void => keptOf(connectionId).write(journey);
