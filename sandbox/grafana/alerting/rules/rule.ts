import type { NotificationSettings } from '../../context';
import type { JsonObject } from '../../requestBody';
import type { Labels } from '../labels';

export interface RuleQuery {
  refId: string;
  queryType: string;
  relativeTimeRange: { from: number; to: number };
  datasourceUid: string;
  model: Record<string, unknown>;
}

export interface OtherFields {
  rule: JsonObject;
  alert: JsonObject;
}

/** A rule as it is stored; both rule APIs are views of it. Durations in milliseconds, times of the clock. */
export interface StoredRule {
  id: number;
  uid: string;
  guid: string;
  version: number;
  folderUid: string;
  group: string;
  /** Position within its group. */
  index: number;
  intervalSeconds: number;
  title: string;
  condition: string;
  data: RuleQuery[];
  noDataState: string;
  execErrState: string;
  pendingMs: number;
  keepFiringMs: number;
  missingSeriesEvals?: number;
  labels?: Labels;
  annotations?: Labels;
  isPaused: boolean;
  notificationSettings?: NotificationSettings;
  /** What the stand-in has no use for, as it came: fields of the rule, and of its `grafana_alert` in the ruler API. */
  otherFields?: OtherFields;
  provenance: string;
  updated: number;
  updatedBy: { uid: string; name: string };
  /** The rule editor's own notes, given back as they came. */
  editorSettings: Record<string, unknown>;
}

export const EXPRESSION_SOURCE = '__expr__';
