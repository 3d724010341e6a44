import { z } from 'zod';
import type { GrafanaStandIn } from '../grafana/standIn';
import type { IrmStandIn } from '../irm/standIn';
import { connectionObjects, ownRule } from './connectionObjects';

/** How much a new sandbox holds; for measuring. */
const scale = z.strictObject({
  connections: z.int().min(0).max(5000).default(0),
  /** Alert rules beside those of the heartbeats, a hundred to a group; they do not fire. */
  rules: z.int().min(0).max(50_000).default(0),
  /** Contact points beside those of the connections. */
  contactPoints: z.int().min(0).max(10_000).default(0),
  /** From beat to beat, whole minutes or divisors of one. */
  beatSeconds: z.int().min(10).max(3600).default(60),
});

export type Scale = z.infer<typeof scale>;

/** Undefined when the text is no such JSON. */
export function readScale(text: string): Scale | undefined {
  try {
    return scale.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** IRM takes 900 messages in five minutes from an organisation; of so many heartbeats it must take more. */
export const deliveriesOf = ({ connections, beatSeconds }: Scale): number =>
  Math.max(900, Math.ceil((connections * 2 * 300) / beatSeconds));

const INTERVALS = [60, 120, 180, 300, 600, 900, 1800, 3600, 43200];
const RULES_PER_GROUP = 100;

/** Connections with integrations that exist and heartbeats that really beat, among rules and contact points of others. */
export function sow(grafana: GrafanaStandIn, irm: IrmStandIn, irmUrl: string, wanted: Scale): void {
  const { connections, rules, contactPoints, beatSeconds } = wanted;
  const intervalSeconds = INTERVALS.find((interval) => interval >= beatSeconds * 5) ?? 86_400;
  const heartbeat = { intervalSeconds, repeatSeconds: beatSeconds };
  const objects = numbers(connections).map((number) => {
    const integration = irm.createIntegration({ type: 'alertmanager', name: `Service ${number}` });
    if (integration.heartbeat) {
      integration.heartbeat.timeoutSeconds = intervalSeconds;
    }
    return connectionObjects({ name: `IRM Service ${number}`, irmUrl, token: integration.token, heartbeat });
  });
  grafana.provision({
    folders: [...objects.flatMap(({ folders }) => folders).slice(0, 1), { uid: 'services', title: 'Services' }],
    contactPoints: [
      ...objects.flatMap((each) => each.contactPoints),
      ...numbers(contactPoints).map((number) => ({
        ...{ uid: `other-${number}`, name: `Team ${number}`, type: 'email', provenance: '' },
        settings: { addresses: `team-${number}@example.com` },
      })),
    ],
    rules: [
      ...objects.flatMap((each) => each.rules),
      ...numbers(rules).map((number) =>
        ownRule(`other-${number}`, `Other rule ${number}`, {
          group: `Group ${Math.ceil(Number(number) / RULES_PER_GROUP)}`,
          labels: { service: `service-${Number(number) % 50}`, severity: 'warning' },
        })
      ),
    ],
  });
}

/** From 1, of one length, so that names sort as they are counted. */
const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(String(count).length, '0'));
