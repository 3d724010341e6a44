/** A rule group as the ruler API answers, as far as it is shown. */
export interface RuleGroupDefinition {
  name: string;
  interval: string;
  rules: RuleDefinition[];
}

export interface RuleDefinition {
  for?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  grafana_alert: {
    uid: string;
    title: string;
    namespace_uid: string;
    is_paused?: boolean;
    provenance?: string;
    data?: Array<{ refId: string; model: { expression?: string; expr?: string } }>;
    notification_settings?: Record<string, string | string[]> | null;
  };
}

/** A rule as the evaluator sees it. */
export interface RuleState {
  uid?: string;
  name: string;
  state: string;
  health: string;
  lastEvaluation: string;
}

/** The uid in `/alerting/grafana/<uid>/view` or `/alerting/<uid>/edit`. */
export function ruleOf(pathname: string): string | undefined {
  return /^\/alerting\/(?:grafana\/)?([^/]+)\/(?:view|edit)/.exec(pathname)?.[1];
}
