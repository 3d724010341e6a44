import { isOurUid, withNumber } from '../desired/objects';
import { maskUrl } from '../endpoint/mask';
import { endpointOfUrl, sameEndpoint } from '../endpoint/identity';
import { equal } from '../equal';
import { isLocked, type Integration } from '../model';
import { hasAddress, sharesItsName } from '../ownership/connections';
import { companionsOf, integrationWithUid, isContactPointName, type GrafanaObjects } from '../reading/reading';
import {
  ACCESS_PARTS,
  accessText,
  has,
  partOf,
  withAccess,
  withoutSecrets,
  type AccessPart,
  type Settings,
} from '../webhook/access';
import { withoutRefusedHeaders } from '../webhook/headers';
import { methodOf } from '../webhook/method';
import type { ChangedField, FieldChange, Obstacle, PlanStep } from './types';

export type ContactPointObject = 'alertContactPoint' | 'heartbeatContactPoint';

export interface ContactPointPart {
  step: PlanStep;
  obstacles: Obstacle[];
  /** The integration as it will be. */
  result: Integration;
}

/**
 * Plans one contact point: `wanted` as asked for, `existing` what is there for it. A contact point made by hand keeps
 * its name, because policies, other rules and tools outside may go by it; a locked one stays locked. `access` is what it
 * is to carry besides its address; undefined for what it carries already.
 */
export function planContactPoint(
  object: ContactPointObject,
  wanted: Integration,
  existing: Integration | undefined,
  objects: GrafanaObjects,
  access?: Settings
): ContactPointPart {
  const sameUid = integrationWithUid(wanted.uid, objects);
  // One with our uid that serves another endpoint, as after a rotation, or that somebody made an e-mail, keeps it; a
  // new one gets a number.
  const isOurs = sameUid !== undefined && hasAddress(sameUid) && !endpointOfUrl(sameUid.url);
  const current = existing ?? (isOurs ? sameUid : undefined);
  const result = current ? adjusted(object, current, wanted, access) : { ...wanted, uid: freeUid(wanted.uid, objects) };
  const obstacles = obstaclesOf(object, wanted, current, result, objects);
  if (!current) {
    const changes = integrationChanges(undefined, result);
    const base = { object, name: result.name, uid: result.uid, changes };
    return {
      step: { ...base, action: 'create', command: { kind: 'createIntegration', integration: result } },
      obstacles,
      result,
    };
  }
  return { step: updateStep(object, current, result), obstacles, result };
}

/** Changes one contact point in place; `keep` when nothing differs. */
export function updateStep(object: ContactPointObject, before: Integration, integration: Integration): PlanStep {
  const changes = integrationChanges(before, integration);
  const base = { object, name: integration.name, uid: integration.uid, changes };
  return changes.length === 0
    ? { ...base, action: 'keep', command: { kind: 'keepIntegration', integration: before } }
    : { ...base, action: 'update', command: { kind: 'updateIntegration', integration, before } };
}

function freeUid(uid: string, objects: GrafanaObjects): string {
  let candidate = uid;
  for (let number = 2; integrationWithUid(candidate, objects); number += 1) {
    candidate = withNumber(uid, number);
  }
  return candidate;
}

function adjusted(
  object: ContactPointObject,
  current: Integration,
  wanted: Integration,
  access: Settings | undefined
): Integration {
  const isOurs = isOurUid(current.uid);
  const asAsked = access ? withAccess(current.otherSettings, access) : current.otherSettings;
  const settings = withoutRefusedHeaders(asAsked, object === 'heartbeatContactPoint');
  return {
    ...wanted,
    uid: current.uid,
    type: current.type,
    name: isOurs ? wanted.name : current.name,
    url: reachesTheSame(current.url, wanted.url) ? current.url : wanted.url,
    provenance: isLocked(current) || !isOurs ? current.provenance : wanted.provenance,
    // IRM answers 405 to PUT (06-alertmanager-delivery.json).
    otherSettings: methodOf(current.otherSettings) === 'POST' ? settings : { ...settings, httpMethod: 'POST' },
  };
}

/** Whether a stored URL, however it is spelled, brings messages where the wanted one does. */
function reachesTheSame(url: string, wanted: string): boolean {
  const [now, then] = [endpointOfUrl(url), endpointOfUrl(wanted)];
  return (
    now !== undefined &&
    then !== undefined &&
    now.works &&
    now.isHeartbeat === then.isHeartbeat &&
    sameEndpoint(now.endpoint, then.endpoint)
  );
}

function obstaclesOf(
  object: ContactPointObject,
  wanted: Integration,
  current: Integration | undefined,
  result: Integration,
  objects: GrafanaObjects
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const { name } = result;
  if (name === '') {
    obstacles.push({ object, blocking: true, reason: 'nameMissing' });
  }
  if (name !== current?.name && isContactPointName(name, objects)) {
    obstacles.push({ object, blocking: true, reason: 'nameTaken', name });
  }
  if (!Number.isSafeInteger(wanted.maxAlerts) || wanted.maxAlerts < 0) {
    obstacles.push({ object, blocking: true, reason: 'maxAlertsInvalid', maxAlerts: wanted.maxAlerts });
  }
  if (current && (object === 'heartbeatContactPoint' || name !== current.name)) {
    obstacles.push(...sharedName(object, current, objects));
  }
  return current ? [...obstacles, ...lockObstacles(object, current, result, isLocked(wanted))] : obstacles;
}

/** Each further integration would get every beat, and a new name would take this one out of the contact point. */
export function sharedName(object: ContactPointObject, current: Integration, objects: GrafanaObjects): Obstacle[] {
  if (!sharesItsName(current, objects)) {
    return [];
  }
  const types = companionsOf(current, objects).map(({ type }) => type);
  return [{ object, blocking: true, reason: 'nameShared', name: current.name, types: [...new Set(types)] }];
}

/** What a lock means for a change of an integration: none for none, a note for the API's, a wall for a file's. */
export function lockObstacles(
  object: ContactPointObject,
  current: Integration,
  result: Integration,
  wantsLock: boolean
): Obstacle[] {
  const { name, uid, provenance } = current;
  if (provenance === 'none') {
    return [];
  }
  if (provenance === 'api') {
    return wantsLock ? [] : [{ object, blocking: false, reason: 'locked', name }];
  }
  return integrationChanges(current, result).length > 0
    ? [{ object, blocking: true, reason: 'keptElsewhere', name, uid, by: provenance, isRemoval: false }]
    : [];
}

/** What differs between two states of an integration, as text; `before` undefined for a new one, likewise `after`. */
export function integrationChanges(before: Integration | undefined, after: Integration | undefined): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, read] of FIELDS) {
    const [was, is] = [before ? read(before) : '', after ? read(after) : ''];
    if (was !== is) {
      changes.push(
        field === 'url' ? { field, before: maskUrl(was), after: maskUrl(is) } : { field, before: was, after: is }
      );
    }
  }
  const [method, newMethod] = [before, after].map((one) => one && methodOf(one.otherSettings));
  // Only worth telling where it changes.
  if (method !== undefined && newMethod !== undefined && method !== newMethod) {
    changes.push({ field: 'httpMethod', before: method, after: newMethod });
  }
  const isSameAccess = before?.otherSettings === after?.otherSettings;
  return isSameAccess
    ? changes
    : [...changes, ...ACCESS_PARTS.flatMap((part) => accessChange(part, before, after) ?? [])];
}

const FIELDS: ReadonlyArray<[ChangedField, (integration: Integration) => string]> = [
  ['name', ({ name }) => name],
  ['url', ({ url }) => url],
  ['maxAlerts', ({ maxAlerts }) => String(maxAlerts)],
  ['sendResolved', ({ disableResolveMessage }) => yesOrNo(!disableResolveMessage)],
  ['locked', (integration) => yesOrNo(isLocked(integration))],
];

/** A part whose text is the same may differ all the same: by a value of a header, or a secret that was entered. */
function accessChange(part: AccessPart, before?: Integration, after?: Integration): FieldChange | undefined {
  const [was, is] = [before, after].map((one) => accessIn(part, one));
  if (equal(was, is)) {
    return undefined;
  }
  const [then, now] = [before, after].map((one) => (one ? accessText(one.otherSettings, part) : ''));
  return { field: part, before: then ?? '', after: now === then ? `${now} (new)` : (now ?? '') };
}

const accessIn = (part: AccessPart, integration: Integration | undefined) =>
  integration && has(integration.otherSettings, part) ? partOf(integration.otherSettings, part) : undefined;

/** Whether Grafana's integration is as planned, as far as it can be seen: secrets only show that they are there. */
export const isAsPlanned = (actual: Integration, planned: Integration): boolean =>
  integrationChanges(hidden(actual), hidden(planned)).length === 0;

/** An integration as Grafana shows it. */
const hidden = (integration: Integration): Integration => ({
  ...integration,
  otherSettings: withoutSecrets(integration.otherSettings),
});

/** Whether an integration is still as it was when the plan was made. */
export const isUntouched = (actual: Integration, before: Integration): boolean => equal(hidden(actual), hidden(before));

/** Display form of a yes-or-no setting; texts for people are made where they are shown. */
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');
