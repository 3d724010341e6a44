import type { Endpoint } from '../model';
import type { Connection } from '../ownership/connections';
import type { IrmIntegration } from './irmPort';

/**
 * Types that understand what Grafana's webhook sends: as they come, or (Webhook) with two templates. The type
 * `grafana` ("Grafana Legacy Alerting") does not: it groups by the name of the rule alone, so that one resolved
 * instance closes the group of those that still fire.
 */
const FITTING_TYPES: readonly string[] = ['alertmanager', 'grafana_alerting', 'webhook'];

/** Whether Grafana can feed integrations of this type. */
const isFittingType = (type: string): boolean => FITTING_TYPES.includes(type);

/** An integration that Grafana can feed. */
export interface Candidate {
  integration: IrmIntegration & { endpoint: Endpoint };
  /** The connection that feeds it already, in whatever way its address is written there. */
  connection: Connection | undefined;
}

/** What of IRM's integrations can be chosen, and how many cannot for their type. */
export interface Candidates {
  list: Candidate[];
  otherTypes: number;
}

/**
 * The integrations that Grafana can feed, each with the connection that feeds it already, and how many are of other
 * types.
 */
export function candidatesOf(integrations: readonly IrmIntegration[], connections: readonly Connection[]): Candidates {
  const byToken = new Map(connections.map((connection) => [connection.endpoint.token, connection]));
  const fitting = integrations.filter(({ type }) => isFittingType(type));
  const list = fitting.filter(hasEndpoint).map((integration) => ({
    integration,
    connection: byToken.get(integration.endpoint.token),
  }));
  return { list, otherTypes: integrations.length - fitting.length };
}

/** Whether IRM told an address that Grafana can send to. */
export const hasEndpoint = (integration: IrmIntegration): integration is Candidate['integration'] =>
  integration.endpoint !== undefined;

export interface CandidateSearch {
  /** Words that title or type must hold, in any order and case; '' asks for none. */
  text: string;
  /** undefined asks for any. */
  type: string | undefined;
  /** undefined asks for any, null for those without a team. */
  teamId: string | null | undefined;
}

/** Those that a search leaves, by title. */
export function searchCandidates(candidates: readonly Candidate[], search: CandidateSearch): Candidate[] {
  const words = search.text.toLowerCase().split(/\s+/).filter(Boolean);
  return candidates
    .filter(({ integration: { name, type, teamId } }) => {
      const text = `${name} ${type}`.toLowerCase();
      return (
        words.every((word) => text.includes(word)) &&
        (search.type === undefined || type === search.type) &&
        (search.teamId === undefined || (teamId ?? null) === search.teamId)
      );
    })
    .sort((a, b) => byName.compare(a.integration.name, b.integration.name));
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
