import { z } from '../../transport/zod';
import { endpointOfUrl } from '../../connection/endpoint/identity';
import type { IntegrationWish, IrmIntegration } from '../../connection/irm/irmPort';
import { timeFromWire } from './page';

/** Recorded in oncall-2026-01/03-integrations.json, "create alertmanager". What is not looked at is not asked for. */
export const integrationForm = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  type: z.string(),
  description_short: z.string().nullish(),
  team_id: z.string().nullish(),
  link: z.string().nullish(),
  heartbeat: z.looseObject({ link: z.string() }).nullish(),
  default_route: z.looseObject({ escalation_chain_id: z.string().nullish() }).nullish(),
  templates: z.looseObject({ grouping_key: z.string().nullish(), resolve_signal: z.string().nullish() }).nullish(),
  maintenance_mode: z.string().nullish(),
  maintenance_started_at: z.string().nullish(),
  maintenance_end_at: z.string().nullish(),
});

export function integrationFromWire(wire: z.infer<typeof integrationForm>): IrmIntegration {
  return {
    id: wire.id,
    name: wire.name,
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
