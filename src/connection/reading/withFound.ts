import type { Integration } from '../model';
import type { FolderRules } from '../port/grafanaPort';
import type { GrafanaReading } from './reading';
import { sharedWith } from './sharedWith';

/** What a look at the objects found, without their statuses. */
export interface Found {
  integrations: readonly Integration[];
  /** Undefined where nobody looked at them. */
  rules: FolderRules | undefined;
}

/** A reading with the objects that were found since; statuses, deliveries and its time stay those of the reading. */
export function withFound(reading: GrafanaReading, { integrations, rules }: Found): GrafanaReading {
  const { rules: _, ...problems } = reading.problems;
  return sharedWith(reading, {
    ...reading,
    integrations,
    ...(rules && {
      folder: { state: rules.state, title: rules.title },
      rules: rules.rules,
      otherRules: rules.otherRules,
      problems,
    }),
  });
}
