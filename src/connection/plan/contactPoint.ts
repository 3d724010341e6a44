import { isOurUid } from '../desired/objects';
import { endpointOfUrl } from '../endpoint/identity';
import { maskUrl } from '../endpoint/mask';
import type { ObservedObjects, WebhookContactPoint } from '../model';
import { sharesItsName } from '../observed/connections';
import { equal } from '../observed/equal';
import type { ChangedField, FieldChange, Obstacle, PlanStep } from './types';

type ContactPointObject = 'alertContactPoint' | 'heartbeatContactPoint';

export interface ContactPointPart {
  step: PlanStep;
  obstacles: Obstacle[];
  /** The contact point as it will be. */
  result: WebhookContactPoint;
}

/**
 * Plans one contact point: `wanted` as asked for, `existing` what is there for it. A contact point made by hand keeps
 * its name, because policies, other rules and tools outside may go by it; a locked one stays locked.
 */
export function planContactPoint(
  object: ContactPointObject,
  wanted: WebhookContactPoint,
  existing: WebhookContactPoint | undefined,
  observed: ObservedObjects
): ContactPointPart {
  const current = existing ?? observed.contactPoints.find((one) => one.uid === wanted.uid);
  const result = current ? adjusted(current, wanted) : wanted;
  const changes = contactPointChanges(current, result);
  const obstacles = obstaclesOf(object, wanted, current, result, observed);
  const base = { object, name: result.name, uid: result.uid };
  if (!current) {
    const command = { kind: 'createContactPoint', contactPoint: wanted } as const;
    return { step: { ...base, action: 'create', changes, command }, obstacles, result };
  }
  if (changes.length === 0) {
    return { step: { ...base, action: 'keep', changes }, obstacles, result };
  }
  const command = { kind: 'updateContactPoint', contactPoint: result, before: current } as const;
  return { step: { ...base, action: 'update', changes, command }, obstacles, result };
}

function adjusted(current: WebhookContactPoint, wanted: WebhookContactPoint): WebhookContactPoint {
  const isOurs = isOurUid(current.uid);
  const method = current.otherSettings['httpMethod'];
  return {
    ...wanted,
    uid: current.uid,
    name: isOurs ? wanted.name : current.name,
    locked: current.locked || (isOurs && wanted.locked),
    // IRM answers 405 to PUT (06-alertmanager-delivery.json).
    otherSettings:
      method === undefined || method === 'POST'
        ? current.otherSettings
        : { ...current.otherSettings, httpMethod: 'POST' },
  };
}

function obstaclesOf(
  object: ContactPointObject,
  wanted: WebhookContactPoint,
  current: WebhookContactPoint | undefined,
  result: WebhookContactPoint,
  observed: ObservedObjects
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const { name } = result;
  if (name === '') {
    obstacles.push({ object, blocking: true, reason: 'nameMissing' });
  }
  if (name !== current?.name && observed.contactPointNames.includes(name)) {
    obstacles.push({ object, blocking: true, reason: 'nameTaken', name });
  }
  if (!Number.isSafeInteger(wanted.maxAlerts) || wanted.maxAlerts < 0) {
    obstacles.push({ object, blocking: true, reason: 'maxAlertsInvalid', maxAlerts: wanted.maxAlerts });
  }
  if (current && servesAnother(current, wanted)) {
    obstacles.push({ object, blocking: true, reason: 'uidTaken', uid: current.uid, name: current.name });
  }
  if (current && object === 'heartbeatContactPoint' && sharesItsName(current, observed)) {
    obstacles.push({ object, blocking: true, reason: 'nameShared', name: current.name });
  }
  if (current?.locked && !wanted.locked) {
    obstacles.push({ object, blocking: false, reason: 'locked', name: current.name });
  }
  return obstacles;
}

/** Whether a contact point works for another IRM integration and so must not be bent back. */
function servesAnother(current: WebhookContactPoint, wanted: WebhookContactPoint): boolean {
  const now = endpointOfUrl(current.url)?.endpoint;
  const then = endpointOfUrl(wanted.url)?.endpoint;
  return now !== undefined && (now.token !== then?.token || now.base !== then.base) && isForeign(current, wanted);
}

/** A heartbeat contact point may be moved to the heartbeat of another integration when asked to. */
function isForeign(current: WebhookContactPoint, wanted: WebhookContactPoint): boolean {
  return !(endpointOfUrl(current.url)?.isHeartbeat && endpointOfUrl(wanted.url)?.isHeartbeat);
}

/** What differs between two states of a contact point, as text; `before` undefined for a new one, likewise `after`. */
export function contactPointChanges(
  before: WebhookContactPoint | undefined,
  after: WebhookContactPoint | undefined
): FieldChange[] {
  const fields: Array<[ChangedField, (contactPoint: WebhookContactPoint) => string]> = [
    ['name', ({ name }) => name],
    ['url', ({ url }) => url],
    ['maxAlerts', ({ maxAlerts }) => String(maxAlerts)],
    ['sendResolved', ({ disableResolveMessage }) => yesOrNo(!disableResolveMessage)],
    ['locked', ({ locked }) => yesOrNo(locked)],
    ['httpMethod', ({ otherSettings }) => String(otherSettings['httpMethod'] ?? '')],
  ];
  return fields
    .map(([field, read]) => ({ field, before: before ? read(before) : '', after: after ? read(after) : '' }))
    .filter((change) => change.before !== change.after)
    .map((change) =>
      change.field === 'url' ? { ...change, before: maskUrl(change.before), after: maskUrl(change.after) } : change
    );
}

/** Whether Grafana's contact point is as planned, apart from settings that the plugin has no say in. */
export function isAsPlanned(actual: WebhookContactPoint, planned: WebhookContactPoint): boolean {
  return contactPointChanges(actual, planned).every(({ field }) => field === 'httpMethod');
}

/** Whether a contact point is still as it was when the plan was made. */
export const isUntouched = (actual: WebhookContactPoint, before: WebhookContactPoint) => equal(actual, before);

/** Display form of a yes-or-no setting; texts for people are made where they are shown. */
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');
