import type { GrafanaVersion } from '../../context';
import { asObject, asText, type JsonObject } from '../../requestBody';
import { parseDuration } from '../duration';
import { BAD_REQUEST, readDraft, type RuleDraft } from './ruleInput';
import {
  conditionProblem,
  isGroupInterval,
  queryProblem,
  referenceProblem,
  settingsProblem,
  titleProblem,
  type Named,
} from './ruleProblems';
import type { RuleStore } from './ruleStore';
import { ungroupedProblem } from './ungrouped';

interface WantedRule {
  draft: RuleDraft;
  uid: string | undefined;
  editorSettings: Record<string, unknown> | undefined;
}

export interface WantedGroup {
  name: string;
  intervalSeconds: number;
  rules: WantedRule[];
}

/** Reads the body of a group; a problem comes in Grafana's words. */
export function readGroup(
  body: JsonObject | undefined,
  deps: { version: GrafanaVersion; tickSeconds: number }
): WantedGroup | { problem: string } {
  const intervalMs = parseDuration(asText(body?.interval) || '1m');
  const given = Array.isArray(body?.rules) ? body.rules.map(asObject) : [];
  const rules = given.map((outer): WantedRule | undefined => {
    const inner = asObject(outer.grafana_alert);
    const draft = readDraft('ruler', inner, outer);
    const editorSettings = asObject(asObject(inner.metadata).editor_settings);
    return draft && { draft, uid: asText(inner.uid) || undefined, editorSettings };
  });
  if (!body || intervalMs === undefined || rules.includes(undefined)) {
    return { problem: BAD_REQUEST };
  }
  const wanted = {
    name: asText(body.name),
    intervalSeconds: intervalMs / 1000,
    rules: rules.filter((rule) => rule !== undefined),
  };
  const problem = groupProblem(wanted, deps);
  return problem ? { problem } : wanted;
}

function groupProblem(
  { name, intervalSeconds, rules }: WantedGroup,
  { version, tickSeconds }: { version: GrafanaVersion; tickSeconds: number }
): string | undefined {
  if (!name) {
    return 'rule group name cannot be empty';
  }
  if (!isGroupInterval(intervalSeconds, tickSeconds)) {
    return `rule evaluation interval (${intervalSeconds} second) should be positive number that is multiple of the base interval of ${tickSeconds} seconds`;
  }
  for (const [index, { draft, uid }] of rules.entries()) {
    const settings = settingsProblem(draft, version);
    const problem =
      titleProblem(draft) ??
      conditionProblem(draft) ??
      draft.data.map(queryProblem).find(Boolean) ??
      (settings && `invalid notification settings: ${settings}`);
    if (problem) {
      return `invalid rule specification at index [${index}]: ${problem}`;
    }
    const twin = rules.findIndex((other) => uid !== undefined && other.uid === uid);
    if (twin >= 0 && twin < index) {
      return `rule [${index}] has UID ${uid} that is already assigned to another rule at index ${twin}`;
    }
  }
  return undefined;
}

/** What forbids a readable group to be saved as it is. */
export function changeProblem(
  { name, rules: wanted }: WantedGroup,
  folderUid: string,
  store: RuleStore,
  known: Named
): string | undefined {
  const named = wanted.flatMap(({ uid }) => store.get(uid ?? '') ?? []);
  const locked = [...store.inGroup({ folderUid, name }), ...named].some(({ provenance }) => provenance !== '');
  if (locked) {
    return `request affects resources created via provisioning API: alert rule group [{orgID: 1, namespaceUID: ${folderUid}, groupName: ${name}}]`;
  }
  const ungrouped = ungroupedProblem({ name, uids: wanted.map(({ uid }) => uid) }, store);
  if (ungrouped) {
    return ungrouped;
  }
  const reference = wanted.map(({ draft }) => referenceProblem(draft, known)).find(Boolean);
  if (reference) {
    return `invalid alert rule\n${reference}`;
  }
  // Grafana means to say that there is no rule with this uid.
  return wanted.some(({ uid }) => uid !== undefined && !store.get(uid))
    ? 'failed to add rules: invalid alert rule: field `missing_series_evals_to_resolve` must be greater than 0'
    : undefined;
}
