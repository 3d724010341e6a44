import * as z from '../../transport/zod';
import { endpointOfUrl } from '../../connection/endpoint/identity';
import type { IntegrationWish, IrmIntegration } from '../../connection/irm/irmPort';
import { timeFromWire } from './page';

/** Recorded in oncall-2026-01/03-integrations.json, "create alertmanager". What is not looked at is not asked for. */
export const integrationForm = z.looseObject({
  id: z.string().check(z.minLength(1)),
  /** Null for some that were made long ago (docs/facts.md#irms-api). */
  name: z.nullish(z.string()),
  type: z.string(),
  description_short: z.nullish(z.string()),
  team_id: z.nullish(z.string()),
  link: z.nullish(z.string()),
  heartbeat: z.nullish(z.looseObject({ link: z.string() })),
  default_route: z.nullish(z.looseObject({ escalation_chain_id: z.nullish(z.string()) })),
  templates: z.nullish(z.looseObject({ grouping_key: z.nullish(z.string()), resolve_signal: z.nullish(z.string()) })),
  maintenance_mode: z.nullish(z.string()),
  maintenance_started_at: z.nullish(z.string()),
  maintenance_end_at: z.nullish(z.string()),
});

export function integrationFromWire(wire: z.infer<typeof integrationForm>): IrmIntegration {
  return {
    id: wire.id,
    name: wire.name || wire.id,
    type: wire.type,
    description: wire.description_short ?? '',
    teamId: wire.team_id ?? undefined,
    endpoint: wire.link ? endpointOfUrl(wire.link)?.endpoint : undefined,
    heartbeatUrl: wire.heartbeat?.link,
    escalationChainId: wire.default_route?.escalation_chain_id ?? undefined,
    templates: {
      groupingKey: wire.templates?.grouping_key ?? undefined,
      resolveSignal: wire.templates?.resolve_signal ?? undefined,
    },
    maintenance: wire.maintenance_mode
      ? {
          mode: wire.maintenance_mode,
          startedAt: timeFromWire(wire.maintenance_started_at),
          endsAt: timeFromWire(wire.maintenance_end_at),
        }
      : undefined,
  };
}

/** Fields of a request; those that are not given are not sent, since IRM leaves them as they are. */
export function wishToWire(wish: Partial<IntegrationWish>): Record<string, unknown> {
  const { type, name, description, teamId, escalationChainId, templates } = wish;
  const templateFields = {
    ...(templates?.groupingKey !== undefined && { grouping_key: templates.groupingKey }),
    ...(templates?.resolveSignal !== undefined && { resolve_signal: templates.resolveSignal }),
  };
  return {
    ...(type !== undefined && { type }),
    ...(name !== undefined && { name }),
    // IRM refuses an empty description and takes none.
    ...(description && { description_short: description }),
    ...(teamId !== undefined && { team_id: teamId }),
    ...(escalationChainId !== undefined && { default_route: { escalation_chain_id: escalationChainId } }),
    ...(Object.keys(templateFields).length > 0 && { templates: templateFields }),
  };
}
