import { connectionOf } from '../../connection/ownership/connections';
import { proposeConnection } from '../../connection/ownership/propose';
import { PROPOSED_MAX_ALERTS } from '../../connection/desired/objects';
import type { DesiredConnection, Editability, Endpoint, Integration } from '../../connection/model';
import type { GrafanaObjects } from '../../connection/reading/reading';
import type { ChangedField, Obstacle, Plan } from '../../connection/plan/types';
import type { Settings } from '../../connection/webhook/access';
import { accessFrom, accessValuesOf, type AccessValues } from './accessForm';

export interface ContactPointValues extends AccessValues {
  name: string;
  /** NaN while the field holds no number. */
  maxAlerts: number;
  sendResolved: boolean;
  editability: Editability;
}

/** The form as Grafana's objects fill it, or with proposals for a contact point that is to be made. */
export function valuesFrom(endpoint: Endpoint, objects: GrafanaObjects, title: string): ContactPointValues {
  const { contactPoint, editability } = proposeConnection({ endpoint, objects, title, withHeartbeat: false });
  return { ...contactPoint, editability, ...accessValuesOf(storedSettings(endpoint, objects)) };
}

/** Only the alert contact point is asked for; a heartbeat that exists is left as it is. */
export function desiredOf(values: ContactPointValues, endpoint: Endpoint, objects: GrafanaObjects): DesiredConnection {
  const { name, maxAlerts, sendResolved, editability } = values;
  const access = accessFrom(values, storedSettings(endpoint, objects));
  return { endpoint, contactPoint: { name, maxAlerts, sendResolved }, editability, access, heartbeat: undefined };
}

/** Further settings of the contact point that is there, if there is one. */
export const storedSettings = (endpoint: Endpoint, objects: GrafanaObjects): Settings =>
  connectionOf(endpoint, objects)?.alertContactPoint?.otherSettings ?? {};

type FieldReason = 'nameMissing' | 'nameTaken' | 'maxAlertsInvalid';
const FIELDS: Record<FieldReason, 'name' | 'maxAlerts'> = {
  nameMissing: 'name',
  nameTaken: 'name',
  maxAlertsInvalid: 'maxAlerts',
};

/** The obstacle that belongs to a field of the form, if there is one. */
export function obstacleOf(field: 'name' | 'maxAlerts', obstacles: readonly Obstacle[]): Obstacle | undefined {
  return obstacles.find(({ reason }) => isFieldReason(reason) && FIELDS[reason] === field);
}

/** Obstacles that no field of the form can show. */
export function otherObstacles(obstacles: readonly Obstacle[]): Obstacle[] {
  return obstacles.filter(({ reason }) => !isFieldReason(reason));
}

function isFieldReason(reason: Obstacle['reason']): reason is FieldReason {
  return Object.hasOwn(FIELDS, reason);
}

/** What the form asks for, as it will be stored, and whether that is there yet. */
export function plannedOf({ steps }: Pick<Plan, 'steps'>): { integration: Integration; isNew: boolean } | undefined {
  const command = steps.find(({ object }) => object === 'alertContactPoint')?.command;
  return command && 'integration' in command
    ? { integration: command.integration, isNew: command.kind === 'createIntegration' }
    : undefined;
}

const SAFE_CHANGES: readonly ChangedField[] = ['name', 'maxAlerts', 'sendResolved', 'locked'];

/** Whether a change may keep messages from arriving, so that what was proven before no longer counts. */
export const needsNewProof = ({ steps }: Pick<Plan, 'steps'>): boolean =>
  steps.some(
    ({ object, action, changes }) =>
      object === 'alertContactPoint' &&
      action === 'update' &&
      changes.some(({ field }) => !SAFE_CHANGES.includes(field))
  );

/** Whether everything but the name is as the plugin proposes it. */
export const isAsProposed = ({
  maxAlerts,
  sendResolved,
  editability,
  signIn,
  headers,
  skipVerify,
}: ContactPointValues) =>
  maxAlerts === PROPOSED_MAX_ALERTS &&
  sendResolved &&
  editability === 'editable' &&
  signIn === 'none' &&
  headers === '' &&
  !skipVerify;
