import type { Endpoint, HeartbeatTiming } from '../model';
import type { EvaluationLimits } from '../timing/evaluation';
import { DEFAULT_SURROUNDINGS, steadyGap } from '../timing/gap';
import { HEARTBEAT_INTERVALS, proposeTiming } from '../timing/presets';

/**
 * Messages that IRM accepts in 5 minutes, heartbeats and alerts together. Of one integration: measured
 * (10-rate-limits.json). Of one organization: from IRM's documentation, not provoked.
 */
export const MESSAGE_LIMITS = { integration: 300, organization: 900 } as const;

const FIVE_MINUTES = 300;

/** Heartbeats to one endpoint. */
export interface Sender {
  endpoint: Endpoint;
  /** Messages in 5 minutes. */
  messages: number;
}

/**
 * How much of a limit heartbeats use. `half`: half of it or more, which an outage with many alerts will miss. `full`:
 * all of it, so that IRM refuses alerts.
 */
export interface Load {
  /** Messages in 5 minutes, rounded up. */
  messages: number;
  limit: number;
  level: 'fine' | 'half' | 'full';
}

/** The heartbeats of one organization of IRM. */
export interface OrganizationLoad extends Load {
  /** Host and path of IRM's address, by which organizations are told apart as far as that goes. */
  irm: string;
  connections: number;
  /** Messages in 5 minutes, as reckoned. */
  exactly: number;
}

/** The heartbeats of one integration, from however many Grafanas they come. */
interface IntegrationLoad extends Load {
  endpoint: Endpoint;
}

export interface SendingBudget {
  /** Fullest first. */
  organizations: OrganizationLoad[];
  /** Fullest first. */
  integrations: IntegrationLoad[];
}

/** How many heartbeats of this timing leave in 5 minutes at most; Infinity for a timing that cannot be calculated. */
export function messagesOf(timing: HeartbeatTiming, evaluation?: EvaluationLimits): number {
  const { least } = steadyGap(timing, { ...DEFAULT_SURROUNDINGS, ...(evaluation && { evaluation }) });
  return FIVE_MINUTES / least;
}

/**
 * Adds up what heartbeats use of IRM's limits. An address does not tell the organization, so one address of IRM counts as
 * one: of two organizations behind it the sum is more than either has.
 */
export function sendingBudget(senders: readonly Sender[]): SendingBudget {
  const organizations = new Map<string, { messages: number; connections: number }>();
  const integrations = new Map<string, { messages: number; endpoint: Endpoint }>();
  for (const { endpoint, messages } of senders) {
    const irm = irmOf(endpoint);
    const organization = organizations.get(irm) ?? { messages: 0, connections: 0 };
    organizations.set(irm, {
      messages: organization.messages + messages,
      connections: organization.connections + 1,
    });
    const key = `${irm}\n${endpoint.token}`;
    integrations.set(key, { endpoint, messages: (integrations.get(key)?.messages ?? 0) + messages });
  }
  return {
    organizations: [...organizations]
      .map(([irm, { messages, connections }]) => ({
        irm,
        connections,
        exactly: messages,
        ...loadOf(messages, 'organization'),
      }))
      .sort(fullestFirst),
    integrations: [...integrations.values()]
      .map(({ endpoint, messages }) => ({ endpoint, ...loadOf(messages, 'integration') }))
      .sort(fullestFirst),
  };
}

/** How much of a limit so many messages in 5 minutes use. */
export function loadOf(messages: number, of: keyof typeof MESSAGE_LIMITS): Load {
  const limit = MESSAGE_LIMITS[of];
  // Sums of fractions such as 300 / 70 miss the whole number by a rounding.
  const whole = Math.ceil(messages - 1e-6);
  return { messages: whole, limit, level: whole >= limit ? 'full' : whole >= limit / 2 ? 'half' : 'fine' };
}

/**
 * The shortest heartbeat interval, in seconds, with whose proposed timing `count` heartbeats leave half of the
 * organization's limit free, beside `others` messages in 5 minutes; where none does, the shortest that fits at all.
 * Undefined when even the longest does not.
 */
export function intervalWithin(count: number, others: number, evaluation?: EvaluationLimits): number | undefined {
  const levelOf = (interval: number) =>
    loadOf(others + count * messagesOf(proposeTiming(interval, evaluation), evaluation), 'organization').level;
  return (
    HEARTBEAT_INTERVALS.find((interval) => levelOf(interval) === 'fine') ??
    HEARTBEAT_INTERVALS.find((interval) => levelOf(interval) === 'half')
  );
}

/** One address of IRM, whatever scheme it is written with. */
export const irmOf = ({ base }: Endpoint): string => base.replace(/^https?:\/\//, '');

const fullestFirst = (a: Load, b: Load) => b.messages / b.limit - a.messages / a.limit;
