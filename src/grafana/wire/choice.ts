import * as z from '../../transport/zod';

/** Where alerts are sent (ruler.json, "who decides which Alertmanager gets the alerts"). */
export const alertmanagerChoice = z.looseObject({
  alertmanagersChoice: z.enum(['internal', 'external', 'all']),
  numExternalAlertmanagers: z._default(z.number(), 0),
});

/** Time intervals, in the provisioning API still called mute timings (docs/facts.md#deliveries-and-alerts). */
export const timeIntervalList = z.array(
  z.looseObject({ name: z.string(), time_intervals: z.nullish(z.array(z.record(z.string(), z.unknown()))) })
);
