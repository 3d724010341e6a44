import { t } from '@grafana/i18n';
import type { PlanStep } from '../connection/plan/types';
import type { StepState } from '../connection/apply/types';

/** Names of objects, fields, actions and states of a plan, in words for people. */
export const objectName = (object: PlanStep['object']) => OBJECTS[object]();
export const fieldName = (field: PlanStep['changes'][number]['field']) => FIELDS[field]();
export const actionName = (action: PlanStep['action']) => ACTIONS[action]();
export const stateName = (state: StepState) => STATES[state]();

const OBJECTS: Record<PlanStep['object'], () => string> = {
  alertContactPoint: () => t('ui.plan.object.alert-contact-point', 'Contact point for alerts'),
  heartbeatContactPoint: () => t('ui.plan.object.heartbeat-contact-point', 'Contact point for the heartbeat'),
  folder: () => t('ui.plan.object.folder', 'Folder'),
  rule: () => t('ui.plan.object.rule', 'Alert rule'),
};

const ACTIONS: Record<PlanStep['action'], () => string> = {
  create: () => t('ui.plan.action.create', 'Create'),
  update: () => t('ui.plan.action.update', 'Change'),
  keep: () => t('ui.plan.action.keep', 'Unchanged'),
  delete: () => t('ui.plan.action.delete', 'Delete'),
};

const STATES: Record<StepState, () => string> = {
  waiting: () => t('ui.plan.state.waiting', 'Waiting'),
  running: () => t('ui.plan.state.running', 'In progress'),
  done: () => t('ui.plan.state.done', 'Done'),
  failed: () => t('ui.plan.state.failed', 'Failed'),
  skipped: () => t('ui.plan.state.skipped', 'Skipped'),
};

const FIELDS: Record<PlanStep['changes'][number]['field'], () => string> = {
  name: () => t('ui.plan.field.name', 'Name'),
  url: () => t('ui.plan.field.url', 'URL'),
  maxAlerts: () => t('ui.plan.field.max-alerts', 'Max alerts'),
  sendResolved: () => t('ui.plan.field.send-resolved', 'Resolved messages'),
  locked: () => t('ui.plan.field.locked', 'Locked as provisioned'),
  signIn: () => t('ui.plan.field.sign-in', 'Authentication'),
  headers: () => t('ui.plan.field.headers', 'Extra headers'),
  tls: () => t('ui.plan.field.tls', 'TLS'),
  signature: () => t('ui.plan.field.signature', 'Signature (HMAC)'),
  oauth2: () => t('ui.plan.field.oauth2', 'HTTP client'),
  httpMethod: () => t('ui.plan.field.http-method', 'HTTP method'),
  title: () => t('ui.plan.field.title', 'Title'),
  group: () => t('ui.plan.field.group', 'Rule group'),
  labels: () => t('ui.plan.field.labels', 'Labels'),
  annotations: () => t('ui.plan.field.annotations', 'Annotations'),
  scope: () => t('ui.plan.field.scope', 'Expression'),
  receiver: () => t('ui.plan.field.receiver', 'Contact point'),
  muteTimings: () => t('ui.plan.field.mute-timings', 'Mute timings'),
  activeTimings: () => t('ui.plan.field.active-timings', 'Active time intervals'),
  paused: () => t('ui.plan.field.paused', 'Paused'),
  evaluationInterval: () => t('ui.plan.field.evaluation-interval', 'Evaluation interval'),
  pendingPeriod: () => t('ui.plan.field.pending-period', 'Pending period'),
  groupWait: () => t('ui.plan.field.group-wait', 'Group wait'),
  groupInterval: () => t('ui.plan.field.group-interval', 'Group interval'),
  repeatInterval: () => t('ui.plan.field.repeat-interval', 'Repeat interval'),
};

const YES_OR_NO: ReadonlySet<PlanStep['changes'][number]['field']> = new Set(['sendResolved', 'locked', 'paused']);

/** What a field holds, in words where a plan has only "yes", "no" or nothing. */
export function fieldValue(field: PlanStep['changes'][number]['field'], value: string): string {
  if (YES_OR_NO.has(field)) {
    return value === 'yes'
      ? t('ui.plan.yes', 'yes')
      : value === 'no'
        ? t('ui.plan.no', 'no')
        : t('ui.plan.nothing', 'nothing');
  }
  return value || t('ui.plan.nothing', 'nothing');
}
