import { connectionOf } from '../../connection/ownership/connections';
import { proposeConnection } from '../../connection/ownership/propose';
import { PROPOSED_MAX_ALERTS } from '../../connection/desired/objects';
import type { DesiredConnection, Editability, Endpoint } from '../../connection/model';
import type { GrafanaObjects } from '../../connection/reading/reading';
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
