import { z } from 'zod';
import { timeoutOptions } from '../heartbeats';
import { teams } from '../organization';
import { compileTemplate } from '../template/template';

const name = z.string().trim().min(1, 'Give the integration a name.').max(150, 'At most 150 characters.');
const description = z.string().trim().max(250, 'At most 250 characters.');

/** A template as typed; empty means the default. */
const template = z
  .string()
  .trim()
  .refine((source) => compileTemplate(source), 'The stand-in reads text and {{ expressions }} over payload only.')
  .transform((source) => source || null);

export const newIntegration = z.object({
  type: z.enum(['alertmanager', 'webhook', 'formatted_webhook', 'grafana', 'zabbix', 'grafana_alerting']),
  name,
  description: description.optional(),
  team: z
    .enum(['', ...teams.map((team) => team.name)], 'There is no such team.')
    .nullish()
    .transform((team) => teams.find((each) => each.name === team)?.id ?? null),
});

export const integrationChange = z.object({
  name: name.optional(),
  description: description.optional(),
  templates: z.object({ groupingKey: template, resolveSignal: template, webTitle: template }).partial().optional(),
  pagesSomebody: z.boolean().optional(),
});

export const heartbeatChange = z.object({
  intervalSeconds: z.coerce
    .number()
    .refine((seconds) => timeoutOptions.some(({ value }) => value === seconds), 'IRM does not offer this interval.'),
});

export const faultChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('status'), status: z.literal([403, 404, 429, 500]) }),
  z.object({ kind: z.literal('slow'), seconds: z.number().min(0).max(300) }),
  z.object({ kind: z.literal('redirect') }),
]);
