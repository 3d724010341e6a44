import { sorted, storedQueries, type RuleDraft } from './ruleInput';
import type { StoredRule } from './rule';
import { EDITOR_DEFAULTS } from './rulerView';

interface Wanted {
  draft: RuleDraft;
  folderUid: string;
  group: string;
  intervalSeconds: number;
  index: number;
  /** Undefined: as they are. */
  editorSettings?: Record<string, unknown>;
}

export type RuleApi = 'ruler' | 'provisioning';

const text = (value: unknown) => JSON.stringify(sorted(value));

/**
 * Whether a write would change a rule; only then it gets another version. In the ruler API a query that comes without
 * the stored defaults counts as changed (ruler.json).
 */
export function changes(rule: StoredRule, wanted: Wanted, api: RuleApi): boolean {
  const { draft, editorSettings = rule.editorSettings, ...place } = wanted;
  const after = { ...place, ...draft, data: api === 'ruler' ? draft.data : storedQueries(draft.data) };
  const names = Object.keys(after) as Array<keyof typeof after>;
  const before = Object.fromEntries(names.map((name) => [name, rule[name]]));
  const edited = (settings: object) => text({ ...EDITOR_DEFAULTS, ...settings });
  return text(before) !== text(after) || edited(rule.editorSettings) !== edited(editorSettings);
}
