import * as v from 'valibot';
import { raw } from '../../transport/forms';

/** Where alerts are sent (ruler.json, "who decides which Alertmanager gets the alerts"). */
export const alertmanagerChoice = v.looseObject({
  alertmanagersChoice: v.picklist(['internal', 'external', 'all']),
  numExternalAlertmanagers: v.optional(v.number(), 0),
});

/** Time intervals, in the provisioning API still called mute timings (docs/facts.md#deliveries-and-alerts). */
export const timeIntervalList = v.array(v.looseObject({ name: v.string(), time_intervals: v.nullish(v.array(raw)) }));
