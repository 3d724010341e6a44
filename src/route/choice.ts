import type { LabelMatcher } from '../connection/policies/types';
import type { PolicyChoice, PolicyTree } from '../connection/route-alerts/types';

export type Kind = 'everything' | 'matching' | 'rule' | 'nothing';

/** What the form holds. */
export interface RouteValues {
  kind: Kind;
  matchers: LabelMatcher[];
  /** Before which policy a new one stands. */
  place: number;
  goesOn: boolean;
  /** Uid of the rule to route by itself. */
  rule: string;
  /** Whether the rule follows the policies again. */
  ruleFollows: boolean;
  /** Who takes the place of the connection as the contact point of the default policy; '' is not chosen yet. */
  defaultReceiver: string;
}

export const NEW_MATCHER: LabelMatcher = { name: '', operator: '=', value: '' };

export const valuesToBeginWith = (rule: string): RouteValues => ({
  kind: rule === '' ? 'matching' : 'rule',
  matchers: [NEW_MATCHER],
  place: 0,
  goesOn: false,
  rule,
  ruleFollows: false,
  defaultReceiver: '',
});

/** The choice that the form makes about policies; undefined where it is about one rule, or not complete. */
export function policyChoice(values: RouteValues): PolicyChoice | undefined {
  const { kind, matchers, place, goesOn, defaultReceiver } = values;
  switch (kind) {
    case 'everything':
      return { kind };
    case 'matching': {
      const named = matchers.map((one) => ({ ...one, name: one.name.trim() })).filter(({ name }) => name !== '');
      return named.length === 0 ? undefined : { kind, matchers: named, place, continue: goesOn };
    }
    case 'nothing':
      return { kind, defaultReceiver: defaultReceiver || undefined };
    case 'rule':
      return undefined;
  }
}

/** Whether the connection is what the default policy sends to. */
export const isDefault = (tree: PolicyTree, targets: readonly string[]): boolean =>
  targets.includes(tree.root.receiver);
