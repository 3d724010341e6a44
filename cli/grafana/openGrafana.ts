import { doorsOf, grantedBy, type Doors, type Granted } from '../../src/connection/plan/granted';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import { failure, success, type Result } from '../../src/connection/result';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { readRights } from '../../src/grafana/permissions';
import { readServerCapabilities } from '../../src/grafana/serverSettings';
import type { FleetGrafana } from '../config/fleet';
import { EXIT, type ExitCode } from '../exitCodes';
import { describeFailure } from '../words/describeFailure';
import { nodeTransport } from './nodeTransport';

/** A Grafana that answered, and what the token may do there. */
export interface OpenGrafana {
  client: GrafanaPort;
  granted: Granted;
  doors: Doors;
  version: string;
  /** Number of the organization that the token belongs to. */
  organisation: number;
}

/** Why a Grafana is of no use to this run. */
export interface NotOpen {
  code: ExitCode;
  text: string;
}

/** Asks a Grafana what it is and what the token may do. Three reasons to refuse it are found before anything is read. */
export async function openGrafana({ url, token, org }: FleetGrafana): Promise<Result<OpenGrafana, NotOpen>> {
  const transport = nodeTransport({ url, headers: { Authorization: `Bearer ${token}` } });
  // The permissions first: settings are shown to anybody where Grafana lets people look without signing in.
  const permissions = await readRights(transport, false);
  if (!permissions.ok) {
    return failure({ code: EXIT.notAsked, text: describeFailure(permissions.error) });
  }
  const settings = await readServerCapabilities(transport);
  if (!settings.ok) {
    return failure({ code: EXIT.notAsked, text: describeFailure(settings.error) });
  }
  const { isCloud, hasAlerting, namespace, version } = settings.value;
  if (isCloud) {
    const text = 'This is Grafana Cloud, where Alerting has a contact point for IRM of its own.';
    return failure({ code: EXIT.refused, text });
  }
  if (!hasAlerting) {
    return failure({
      code: EXIT.refused,
      text: 'Grafana Alerting is switched off there ([unified_alerting] enabled).',
    });
  }
  if (org !== undefined && namespace !== namespaceOf(org)) {
    const text = `The token belongs to another organization (${namespace}) than the file says (${namespaceOf(org)}).`;
    return failure({ code: EXIT.refused, text });
  }
  return success({
    client: createGrafanaClient(transport, settings.value),
    granted: grantedBy(permissions.value),
    doors: doorsOf(version),
    version,
    organisation: Number(/^org-(\d+)$/.exec(namespace)?.[1] ?? '1'),
  });
}

/** How Grafana names an organization in the app platform. */
const namespaceOf = (org: number) => (org === 1 ? 'default' : `org-${org}`);
