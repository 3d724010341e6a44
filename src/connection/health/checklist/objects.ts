import { isLocked, type Integration } from '../../model';
import type { IntegrationStatus } from '../../port/grafanaPort';
import { item, type Checked } from './item';
import type { ChecklistItem, ChecklistState, Delivered } from './types';
import { alertDelivery } from '../deliveries';
import { DELIVERY_ACTIONS } from '../deliveryAction';
import type { Drift } from '../../drift/drift';
import { alertRoutingOf, silentDefaultOf } from '../../routing/alertRouting';
import { whyRuleUnread } from '../notRead';
import type { HealthInput } from '../types';

/** The two contact points and what is locked. */
export function objectItems(checked: Checked, hasHeartbeat: boolean): ChecklistItem[] {
  const { connection, reading } = checked.input;
  const isUnread = whyRuleUnread(connection, reading) !== undefined;
  const { alertContactPoint, heartbeatContactPoint, rule } = connection;
  const names = [
    ...[alertContactPoint, heartbeatContactPoint].flatMap((one) => (one && isLocked(one) ? [one.name] : [])),
    ...(rule && isLocked(rule) ? [rule.title] : []),
  ];
  const alerts = contactPoint('alertContactPoint', alertContactPoint, checked);
  const beats = contactPoint('heartbeatContactPoint', heartbeatContactPoint, checked);
  // Locked is as good as editable until something has to be mended, which its owner would then write back.
  const hasDrift = checked.drifts?.some(({ severity }) => severity === 'stops') ?? false;
  return [
    ...(hasHeartbeat ? [item('heartbeatContactPoint', beats.state, beats.data, beats.mend)] : []),
    item('alertContactPoint', alerts.state, alerts.data, alerts.mend),
    item('locked', names.length > 0 && hasDrift ? 'problem' : isUnread && names.length === 0 ? 'unknown' : 'ok', {
      names,
    }),
  ];
}

function contactPoint(object: Drift['object'], found: Integration | undefined, { drifts, input }: Checked) {
  const ours = drifts?.filter((drift) => drift.object === object) ?? [];
  const isKnown = drifts !== undefined && (found !== undefined || input.connection.isOurs);
  const state: ChecklistState = !isKnown ? 'unknown' : ours.length > 0 ? 'problem' : 'ok';
  const isBlocked = ours.some(({ code }) => code === 'blocked');
  const mend = isBlocked ? 'openContactPoint' : input.connection.isOurs ? 'repair' : 'adopt';
  return { state, data: { name: found?.name, drifts: ours }, mend } as const;
}

/** What happened to beats and alerts on their way out, as far as this replica remembers. */
export function deliveryItems({ input, observation }: Checked, hasHeartbeat: boolean): ChecklistItem[] {
  const { memory, reading } = input;
  const alerts = alertDelivery(input.connection, reading);
  const beat = deliveryState(observation.delivery);
  const { lastBeat, unseenSince, replicas } = observation;
  const isUnread = reading.problems.deliveries !== undefined;
  return [
    ...(hasHeartbeat
      ? [
          item('beatDelivery', beat, delivered(observation.delivery), mendOf(observation.delivery)),
          item('statusKnown', lastBeat === undefined || isUnread ? 'unknown' : 'ok', {
            ...(isUnread && { isUnread }),
            lastBeat,
            unseenSince,
            severalReplicas: memory?.severalReplicas || (replicas === 'unknown' ? undefined : replicas === 'several'),
          }),
        ]
      : []),
    alertsRouted(input),
    ...(alerts?.lastAttempt === undefined
      ? []
      : [item('alertDelivery', deliveryState(alerts), delivered(alerts), mendOf(alerts))]),
  ];
}

function alertsRouted({ connection, reading, receiverUses }: HealthInput): ChecklistItem {
  const routing = alertRoutingOf(connection, receiverUses, reading);
  const state = routing.kind === 'unknown' ? 'unknown' : routing.kind === 'routed' ? 'ok' : 'problem';
  return item('alertsRouted', state, { routing, silentDefault: silentDefaultOf(receiverUses) }, 'routeAlerts');
}

function deliveryState(status: IntegrationStatus | undefined): ChecklistState {
  return status?.lastAttempt === undefined ? 'unknown' : status.lastError === undefined ? 'ok' : 'problem';
}

const delivered = (status: IntegrationStatus | undefined): Delivered => ({
  lastAttempt: status?.lastAttempt,
  error: status?.lastError,
  cause: status?.cause,
  took: status?.took,
});

const mendOf = (status: IntegrationStatus | undefined) => DELIVERY_ACTIONS[status?.cause ?? 'other'];
