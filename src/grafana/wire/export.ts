import * as v from 'valibot';
import { raw } from '../../transport/forms';

const receiver = v.looseObject({ uid: v.string(), type: v.string(), settings: raw });
const rule = v.looseObject({ uid: v.string(), title: v.string() });

/** Grafana's file for provisioning (contact-points.json, "export as provisioning YAML"; JSON has the same fields). */
export const provisioningFile = v.object({
  contactPoints: v.optional(
    v.array(v.looseObject({ orgId: v.optional(v.number()), name: v.string(), receivers: v.array(receiver) }))
  ),
  groups: v.optional(
    v.array(
      v.looseObject({
        orgId: v.optional(v.number()),
        name: v.string(),
        folder: v.string(),
        interval: v.optional(v.string()),
        rules: v.array(rule),
      })
    )
  ),
  policies: v.optional(v.array(v.unknown())),
});
