import type { ChecklistItem } from './types';
import { item, type Checked } from './item';
import type { DriftCode } from '../../drift/drift';
import { blockerOf } from '../blockers';
import { receiverOf } from '../../ownership/rules';
import { whyRuleUnread } from '../notRead';

const EDITED: readonly DriftCode[] = [
  'queryEdited',
  'intervalMissing',
  'intervalNotOffered',
  'halfSaved',
  'textsDiffer',
  'originMissing',
  'blocked',
];

/** The rule itself: there, running, as planned, firing, evaluated, routed, heard. */
export function ruleItems(checked: Checked): ChecklistItem[] {
  return [present(checked), running(checked), unchanged(checked), ...evaluation(checked), ...notification(checked)];
}

function present({ input: { connection, reading } }: Checked): ChecklistItem {
  const { rule } = connection;
  const isUnseen = whyRuleUnread(connection, reading);
  const isMissing = !rule && connection.isOurs && !isUnseen && reading.folder.state !== 'hidden';
  const data = { title: rule?.title, folder: reading.folder.state };
  return item('rulePresent', rule ? 'ok' : isMissing ? 'problem' : 'unknown', data, 'repair');
}

function running({ input: { connection } }: Checked): ChecklistItem {
  const isPaused = connection.rule?.isPaused;
  const state = isPaused === undefined ? 'unknown' : isPaused ? 'problem' : 'ok';
  return item('ruleRunning', state, { isPaused }, 'resume');
}

function unchanged({ drifts, input: { connection } }: Checked): ChecklistItem {
  if (!connection.rule || !drifts || !connection.isOurs) {
    return item('ruleUnchanged', 'unknown', { drifts: [] });
  }
  const found = drifts.filter(({ object, code }) => object === 'rule' && EDITED.includes(code));
  const needsInterval = found.some(({ code }) => code === 'intervalMissing' || code === 'intervalNotOffered');
  const isBlocked = found.some(({ code }) => code === 'blocked');
  const mend = isBlocked ? 'openRule' : needsInterval ? 'changeTiming' : 'repair';
  return item('ruleUnchanged', found.length > 0 ? 'problem' : 'ok', { drifts: found }, mend);
}

function evaluation({ input, observation }: Checked): ChecklistItem[] {
  const { status } = observation;
  const isPaused = input.connection.rule?.isPaused ?? false;
  const hasRun = status?.lastEvaluation !== undefined && !isPaused;
  const fires = status?.state === 'firing' || status?.state === 'pending';
  const hasSource = input.connection.rule?.scope.kind === 'dataSource';
  // A rule whose errors count as OK shows a failing data source as inactive and healthy (12.4.0).
  const isSilent = hasSource && status?.state === 'inactive';
  const isBroken = status?.health === 'error' || status?.health === 'nodata' || isSilent;
  const blocker = isPaused ? undefined : blockerOf(input, { ...observation, alert: undefined });
  const isStalled = blocker?.reason.code === 'notEvaluated' || blocker?.reason.code === 'evaluatesNothing';
  return [
    item(
      'ruleFires',
      !hasRun ? 'unknown' : fires || status.state === 'unknown' ? 'ok' : 'problem',
      { state: status?.state, firingSince: status?.state === 'firing' ? status.activeAt : undefined },
      'openRule'
    ),
    item(
      'queryWorks',
      !hasRun ? 'unknown' : isBroken ? 'problem' : 'ok',
      { health: isSilent && status.health === 'ok' ? 'silent' : status?.health, error: status?.lastError },
      hasSource ? 'openDataSource' : 'openRule'
    ),
    item(
      'ruleEvaluated',
      isStalled ? 'problem' : hasRun ? 'ok' : 'unknown',
      { lastEvaluation: status?.lastEvaluation },
      'openRule'
    ),
  ];
}

function notification({ input: { connection, reading }, observation, drifts }: Checked): ChecklistItem[] {
  const { rule, heartbeatContactPoint } = connection;
  const { alert } = observation;
  const isMisrouted = drifts?.some(({ code }) => code === 'followsPolicies' || code === 'wrongContactPoint');
  const isMuted = rule !== undefined && rule.muteTimings.length > 0;
  const isLimited = rule !== undefined && rule.activeTimings.length > 0;
  const isSuppressed = alert !== undefined && alert.silencedBy.length + alert.inhibitedBy.length > 0;
  return [
    item(
      'routing',
      !rule || !drifts ? 'unknown' : isMisrouted ? 'problem' : 'ok',
      { receiver: rule && receiverOf(rule), wanted: heartbeatContactPoint?.name },
      'repair'
    ),
    item(
      'silence',
      // No alert to be seen: the rule does not fire, was not loaded yet, or lacks the label by which we look for it.
      !alert || reading.problems.alerts ? 'unknown' : isSuppressed ? 'problem' : 'ok',
      { silences: alert?.silencedBy ?? [], isInhibited: (alert?.inhibitedBy.length ?? 0) > 0 },
      alert && alert.silencedBy.length > 0 ? 'expireSilence' : 'openRule'
    ),
    item('muteTiming', !rule ? 'unknown' : isMuted ? 'problem' : 'ok', { names: rule?.muteTimings ?? [] }, 'repair'),
    item(
      'activeTiming',
      !rule ? 'unknown' : isLimited ? 'problem' : 'ok',
      { names: rule?.activeTimings ?? [] },
      'repair'
    ),
  ];
}
