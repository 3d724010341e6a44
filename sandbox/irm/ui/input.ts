import { z } from 'zod';
import { timeoutOptions } from '../heartbeats';
import { escalationChains, teams } from '../organization';
import { compileTemplate } from '../template/template';

const name = z.string().trim().min(1, 'Give the integration a name.').max(150, 'At most 150 characters.');
/** Counted as IRM counts, by code points. */
const description = z
  .string()
  .trim()
  .refine((text) => [...text].length <= 250, 'At most 250 characters.');

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

export const integrationChange = z
  .object({
    name: name.optional(),
    description: description.transform((text) => text || null).optional(),
    templates: z.object({ groupingKey: template, resolveSignal: template, webTitle: template }).partial().optional(),
    escalationChain: z.enum(['', ...escalationChains.map((chain) => chain.name)], 'There is no such chain.').optional(),
  })
  .transform(({ escalationChain, ...rest }) => ({
    ...rest,
    escalationChainId:
      escalationChain === undefined
        ? undefined
        : (escalationChains.find(({ name }) => name === escalationChain)?.id ?? null),
  }));

export const heartbeatChange = z.object({
  intervalSeconds: z.coerce
    .number()
    .refine((seconds) => timeoutOptions.some(({ value }) => value === seconds), 'IRM does not offer this interval.'),
});

const seconds = z.number().min(0).max(300);

export const faultChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('status'), status: z.literal([403, 404, 429, 500]) }),
  z.object({ kind: z.enum(['slow', 'late']), seconds }),
  z.object({ kind: z.enum(['redirect', 'gateway']) }),
]);

export const irmFaultChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.enum(['error', 'page', 'nonsense']) }),
  z.object({ kind: z.enum(['throttled', 'slow', 'late']), seconds }),
]);

export const maintenanceChange = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('none') }),
  z.object({ mode: z.enum(['debug', 'maintenance']), seconds: z.number().min(1).max(86_400) }),
]);

export const silenceChange = z.object({ seconds: z.number().min(1).nullable().default(null) });
