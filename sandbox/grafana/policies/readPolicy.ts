import { z } from 'zod';

import { parseDuration } from '../alerting/duration';
import { goPattern } from '../alerting/goPattern';
import { parseMatcher } from '../alerting/labels';
import type { NotificationPolicy } from '../context';

const duration = z.string().refine((text) => parseDuration(text) !== undefined);
const matcher = z.tuple([z.string(), z.enum(['=', '!=', '=~', '!~']), z.string()]);

/** Fields that the stand-in does nothing with are kept all the same. */
const policy: z.ZodType<NotificationPolicy> = z.lazy(() =>
  z.looseObject({
    receiver: z.string().optional(),
    group_by: z.array(z.string()).optional(),
    group_wait: duration.optional(),
    group_interval: duration.optional(),
    repeat_interval: duration.optional(),
    object_matchers: z.array(matcher).optional(),
    matchers: z.array(z.string()).optional(),
    match: z.record(z.string(), z.string()).optional(),
    match_re: z.record(z.string(), z.string().nullable()).optional(),
    mute_time_intervals: z.array(z.string()).optional(),
    active_time_intervals: z.array(z.string()).optional(),
    continue: z.boolean().optional(),
    routes: z.array(policy).optional(),
  })
);

/** A policy tree as Grafana stores it; nothing when it cannot be read as one. */
export function readPolicy(body: object): NotificationPolicy | undefined {
  const given = withoutNulls(body);
  if (!policy.safeParse(given).success || !hasGoodPatterns(given)) {
    return undefined;
  }
  // Who keeps the tree is told beside it, and no part of it.
  const { provenance: _, ...tree } = given as NotificationPolicy & { provenance?: string };
  return withoutQuotes(tree);
}

/** What is null counts as not said, on every level. */
function withoutNulls(body: object): object {
  const said = Object.entries(body).filter(([, value]) => value !== null);
  return Object.fromEntries(
    said.map(([name, value]: [string, unknown]) => [
      name,
      name === 'routes' && Array.isArray(value) ? value.map((route: object) => withoutNulls(route)) : value,
    ])
  );
}

/** Grafana takes one quotation mark away at either end of a matcher's value. */
function withoutQuotes(tree: NotificationPolicy): NotificationPolicy {
  const { object_matchers, routes } = tree;
  return {
    ...tree,
    ...(object_matchers && {
      object_matchers: object_matchers.map(([name, operator, value]): [string, string, string] => [
        name,
        operator,
        value.replace(/^"/, '').replace(/"$/, ''),
      ]),
    }),
    ...(routes && { routes: routes.map(withoutQuotes) }),
  };
}

function hasGoodPatterns(tree: NotificationPolicy): boolean {
  const { object_matchers = [], matchers = [], match_re = {}, routes = [] } = tree;
  const written = matchers.map(parseMatcher);
  const patterns = [
    ...object_matchers.filter(([, operator]) => operator.endsWith('~')).map(([, , value]) => value),
    ...written.filter((matcher) => matcher?.isRegex).map((matcher) => matcher?.value ?? ''),
    ...Object.values(match_re).map((value) => value ?? ''),
  ];
  return patterns.every((value) => goPattern(value) !== undefined) && routes.every(hasGoodPatterns);
}
