import * as z from '../../transport/zod';

/** Where alerts are sent (measured on 12.4.0: `{"alertmanagersChoice":"internal","numExternalAlertmanagers":0}`). */
export const alertmanagerChoice = z.looseObject({
  alertmanagersChoice: z.enum(['internal', 'external', 'all']),
  numExternalAlertmanagers: z._default(z.number(), 0),
});

/** Time intervals, in the provisioning API still called mute timings (measured on 12.4.0). */
export const timeIntervalList = z.array(
  z.looseObject({ name: z.string(), time_intervals: z.nullish(z.array(z.record(z.string(), z.unknown()))) })
);
