import * as v from 'valibot';
import { endpointOfUrl } from '../../connection/endpoint/identity';
import type { IntegrationWish, IrmIntegration } from '../../connection/irm/irmPort';
import { timeFromWire } from './page';

/** Recorded in oncall-2026-01/03-integrations.json, "create alertmanager". What is not looked at is not asked for. */
export const integrationForm = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  /** Null for some that were made long ago (docs/facts.md#irms-api). */
  name: v.nullish(v.string()),
  type: v.string(),
  description_short: v.nullish(v.string()),
  team_id: v.nullish(v.string()),
  link: v.nullish(v.string()),
  heartbeat: v.nullish(v.looseObject({ link: v.string() })),
  default_route: v.nullish(v.looseObject({ escalation_chain_id: v.nullish(v.string()) })),
  templates: v.nullish(v.looseObject({ grouping_key: v.nullish(v.string()), resolve_signal: v.nullish(v.string()) })),
  maintenance_mode: v.nullish(v.string()),
  maintenance_started_at: v.nullish(v.string()),
  maintenance_end_at: v.nullish(v.string()),
});

export function integrationFromWire(wire: v.InferOutput<typeof integrationForm>): IrmIntegration {
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
