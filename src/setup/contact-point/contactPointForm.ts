import { connectionOf } from '../../connection/ownership/connections';
import { proposeConnection } from '../../connection/ownership/propose';
import type { DesiredConnection, Editability, Endpoint } from '../../connection/model';
import type { GrafanaObjects } from '../../connection/reading/reading';
import type { Obstacle } from '../../connection/plan/types';
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
