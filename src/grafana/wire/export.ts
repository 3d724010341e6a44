import * as z from '../../transport/zod';

const receiver = z.looseObject({ uid: z.string(), type: z.string(), settings: z.record(z.string(), z.unknown()) });
const rule = z.looseObject({ uid: z.string(), title: z.string() });

/** Grafana's file for provisioning (contact-points.json, "export as provisioning YAML"; JSON has the same fields). */
export const provisioningFile = z.object({
  contactPoints: z.optional(
    z.array(z.looseObject({ orgId: z.optional(z.number()), name: z.string(), receivers: z.array(receiver) }))
  ),
  groups: z.optional(
    z.array(
      z.looseObject({
        orgId: z.optional(z.number()),
        name: z.string(),
        folder: z.string(),
        interval: z.optional(z.string()),
        rules: z.array(rule),
      })
    )
  ),
  policies: z.optional(z.array(z.unknown())),
});
