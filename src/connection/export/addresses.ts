import { endpointUrl } from '../endpoint/integrationPath';
import type { Integration } from '../model';
import type { Connection } from '../ownership/connections';
import { nameOf } from '../ownership/nameOf';
import { createNames, slugOf } from './names';
import type { ExportVariable } from './types';

/** Integrations of a connection, whatever they send. */
export const integrationsOf = (connection: Connection): Integration[] => [
  ...(connection.alertContactPoint ? [connection.alertContactPoint] : []),
  ...connection.otherAlertContactPoints,
  ...(connection.heartbeatContactPoint ? [connection.heartbeatContactPoint] : []),
  ...connection.otherHeartbeatContactPoints,
];

/** The address of an integration without its token: a variable, and what stands behind it. */
export interface Address {
  variable: string;
  /** '' or `heartbeat/`. */
  suffix: string;
  connectionId: string;
}

export interface Placeholders {
  /** The variable that stands for an address; makes one where none is known. */
  address(url: string, contactPoint: string): Address;
  /** A variable for what Grafana does not show again. */
  secret(contactPoint: string, setting: string): string;
  /** A text without the tokens of the connections that are exported. */
  withoutTokens(text: string): string;
  /** Those that were used, in the order of their use. */
  used(): ExportVariable[];
}

/** IRM's are 25 letters and digits; what is shorter stands in any text by chance. */
const LEAST_TOKEN = 8;

/**
 * Variables for what must not be in an exported text. One address is enough for a connection, since that of the
 * heartbeat begins with it. @param write how a name is spelled: that of Terraform or that of the environment
 */
export function createPlaceholders(connections: readonly Connection[], write: (name: string) => string): Placeholders {
  const names = createNames();
  const known = new Map<string, Address>();
  const variables = new Map<string, ExportVariable>();
  const withoutTokens = tokenEraser(connections.map(({ endpoint }) => endpoint.token));
  const prefixed = (slug: string) => (/^irm(_|$)/.test(slug) ? slug : `irm_${slug}`);

  function note(name: string, facts: Omit<ExportVariable, 'name'>): string {
    variables.set(name, variables.get(name) ?? { name, ...facts });
    return name;
  }

  for (const connection of connections) {
    const variable = write(names(`${prefixed(slugOf(nameOf(connection), connection.id))}_url`));
    const base = endpointUrl(connection.endpoint);
    for (const { url } of integrationsOf(connection)) {
      if (url.startsWith(base)) {
        known.set(url, { variable, suffix: withoutTokens(url.slice(base.length)), connectionId: connection.id });
      }
    }
  }

  return {
    address(url, contactPoint) {
      const address = known.get(url) ?? {
        variable: write(names(`${prefixed(slugOf(contactPoint, 'contact_point'))}_address`)),
        suffix: '',
        connectionId: '',
      };
      known.set(url, address);
      note(address.variable, { kind: 'address', contactPoint, setting: 'url' });
      return address;
    },
    secret(contactPoint, setting) {
      const wish = [prefixed(slugOf(contactPoint, 'contact_point')), slugOf(setting, 'secret')].join('_');
      return note(write(names(wish)), { kind: 'secret', contactPoint, setting });
    },
    withoutTokens,
    used: () => [...variables.values()],
  };
}

/** Looks at every place of a text once, however many tokens there are. */
function tokenEraser(all: readonly string[]): (text: string) => string {
  const tokens = new Set(all.filter(({ length }) => length >= LEAST_TOKEN));
  const lengths = [...new Set([...tokens].map(({ length }) => length))].sort((a, b) => b - a);
  const foundAt = (text: string, place: number) =>
    lengths.find((length) => tokens.has(text.slice(place, place + length)));
  return (text) => {
    let rest = text;
    for (let place = 0; place + LEAST_TOKEN <= rest.length; place += 1) {
      const length = foundAt(rest, place);
      if (length !== undefined) {
        rest = `${rest.slice(0, place)}[REDACTED]${rest.slice(place + length)}`;
      }
    }
    return rest;
  };
}
