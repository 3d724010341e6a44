import type { AlertmanagerChoice } from '../port/grafanaPort';
import { alertLife, evaluatedEvery } from '../timing/evaluation';
import type { HealthInput, HealthReason, NextAction } from './types';
import type { Observation } from './observation';

/** Something that keeps beats from leaving on every replica, for it is stored or shared between them. */
export interface BeatBlocker {
  reason: HealthReason;
  nextAction: NextAction;
}

/** Alerts that go to external Alertmanagers only never meet a contact point. */
export function alertmanagerBlocker(choice: AlertmanagerChoice | undefined): BeatBlocker | undefined {
  return choice?.choice === 'external'
    ? {
        reason: { code: 'externalAlertmanager', externalCount: choice.externalCount },
        nextAction: 'checkAlertmanagers',
      }
    : undefined;
}

/**
 * What stops the beats of a rule that is in order, the most certain first. A rule that was not evaluated yet is shown
 * as inactive and stops nothing, unless that lasts: see `notEvaluated`. States other than Prometheus' own still fire
 * (`recovering`).
 */
export function blockerOf(input: HealthInput, observation: Observation): BeatBlocker | undefined {
  const { alert, status } = observation;
  if (alert && alert.silencedBy.length > 0) {
    return { reason: { code: 'silenced', silences: alert.silencedBy }, nextAction: 'expireSilence' };
  }
  if (alert && alert.inhibitedBy.length > 0) {
    return { reason: { code: 'inhibited' }, nextAction: 'openRule' };
  }
  if (status?.state === 'inactive' && status.lastEvaluation !== undefined) {
    return notFiring(status, input);
  }
  return notEvaluated(input, observation);
}

function notFiring(status: NonNullable<Observation['status']>, { connection }: HealthInput): BeatBlocker {
  const hasSource = connection.rule?.scope.kind === 'dataSource';
  const nextAction = hasSource ? 'openDataSource' : 'openRule';
  if (status.health === 'error') {
    return { reason: { code: 'queryFails', message: status.lastError ?? '' }, nextAction };
  }
  if (status.health === 'nodata') {
    return { reason: { code: 'noData' }, nextAction };
  }
  // A rule whose errors count as OK shows a failing data source as inactive and healthy (12.4.0).
  return hasSource
    ? { reason: { code: 'dataSourceSilent' }, nextAction: 'openDataSource' }
    : { reason: { code: 'notFiring' }, nextAction: 'openRule' };
}

/**
 * Whether the server that answers lets all rules be. With `execute_alerts = false` it stores them, shows each as
 * inactive and never evaluated, and says so nowhere (docs/facts.md#the-gap-between-notifications). Known once two
 * evaluations and a tick have passed without one of this rule or of any other in its folder.
 */
export function evaluatesNothing(
  { connection: { rule }, reading }: HealthInput,
  { status, unseenSince }: Observation
): boolean {
  if (!rule || rule.isPaused || !status || unseenSince === undefined) {
    return false;
  }
  const { evaluation, ruleStatuses, serverTime } = reading;
  const patience = 2 * evaluatedEvery(rule.evaluationInterval, evaluation) + evaluation.longestTick;
  const isNever = ruleStatuses.every(({ lastEvaluation }) => lastEvaluation === undefined);
  return isNever && serverTime - unseenSince > patience * 1000;
}

/** Rules are evaluated on every replica, so a stalled one is a stalled evaluator, or a rule that was never scheduled. */
function notEvaluated(input: HealthInput, observation: Observation): BeatBlocker | undefined {
  const { connection, reading } = input;
  const { status, unseenSince } = observation;
  if (!connection.rule || reading.problems.ruleStatuses) {
    return undefined;
  }
  if (evaluatesNothing(input, observation)) {
    return { reason: { code: 'evaluatesNothing' }, nextAction: 'checkIrm' };
  }
  const life = alertLife(connection.rule.evaluationInterval, reading.evaluation) * 1000;
  const last = status?.lastEvaluation;
  const since = last ?? unseenSince;
  return since !== undefined && reading.serverTime - since > life
    ? { reason: { code: 'notEvaluated', lastEvaluation: last }, nextAction: 'openRule' }
    : undefined;
}
