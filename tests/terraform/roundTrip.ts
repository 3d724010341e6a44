import { sandboxTokens } from '../../sandbox/irm/organization';
import { applyPlan } from '../../src/connection/apply/applyPlan';
import { endpointOfUrl } from '../../src/connection/endpoint/identity';
import { endpointUrl } from '../../src/connection/endpoint/integrationPath';
import { exportDocuments } from '../../src/connection/export/exportDocuments';
import { readExport } from '../../src/connection/export/readExport';
import type { ExportDocument } from '../../src/connection/export/types';
import type { IrmIntegration } from '../../src/connection/irm/irmPort';
import type { DesiredConnection } from '../../src/connection/model';
import { connectionsOf, type Connection } from '../../src/connection/ownership/connections';
import { proposeConnection } from '../../src/connection/ownership/propose';
import { planConnection } from '../../src/connection/plan/planConnection';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import { readGrafana } from '../../src/connection/reading/readGrafana';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { fetchTransport } from '../support/fetchTransport';
import type { Fleet } from '../support/fleet';
import { terraformFolder, type Tools } from './terraform';

export type Wish = (proposed: DesiredConnection) => DesiredConnection;

export const clientOf = ({ grafanas }: Fleet): GrafanaPort =>
  createGrafanaClient(fetchTransport({ baseUrl: grafanas[0]?.url ?? '', credentials: 'admin:admin' }));

export async function readingOf(grafana: GrafanaPort) {
  const answer = await readGrafana(grafana);
  if (!answer.ok) {
    throw new Error(answer.error.message);
  }
  return answer.value;
}

/** Makes a connection as the wizard does, to a new integration; `wish` changes what the plugin proposes. */
export async function connect(fleet: Fleet, title: string, wish: Wish = (proposed) => proposed): Promise<string> {
  const grafana = clientOf(fleet);
  const url = fleet.newIntegration(title);
  const endpoint = endpointOfUrl(url)?.endpoint;
  if (!endpoint) {
    throw new Error(`${url} is no address`);
  }
  const objects = await readingOf(grafana);
  const proposed = proposeConnection({ endpoint, objects, title, interval: 600 });
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 50)));
  const { result } = await applyPlan(planConnection(wish(proposed), objects), grafana, { wait });
  if (result !== 'applied') {
    throw new Error(`${title}: ${result}`);
  }
  return url;
}

interface Options {
  withPolicies?: boolean;
  /** IRM's integrations, which are exported with the connections. */
  irm?: readonly IrmIntegration[];
}

async function exportedOf(fleet: Fleet, { irm = [], withPolicies = false }: Options) {
  const grafana = clientOf(fleet);
  const objects = await readingOf(grafana);
  const connections = connectionsOf(objects);
  const known = new Map(
    connections.flatMap(({ id, endpoint }) => {
      const found = irm.find((one) => one.endpoint?.token === endpoint.token);
      return found ? [[id, found] as const] : [];
    })
  );
  const subject = { connections, objects, organisation: 1, irm: known };
  const answer = await readExport(grafana, subject, { withPolicies });
  if (!answer.ok) {
    throw new Error(`${answer.error.part}: ${answer.error.error.message}`);
  }
  const document = exportDocuments(answer.value, subject).terraform;
  return { document, variables: valuesFor(document, connections) };
}

/** Where another webhook beside ours sends. */
export const ELSEWHERE = 'https://elsewhere.example/hook';

/** What a person would set: the addresses as they are, and of secrets what was entered for them. */
function valuesFor({ variables }: ExportDocument, connections: readonly Connection[]): Record<string, string> {
  const addressOf = (contactPoint: string, name: string) => {
    if (name.endsWith('_address')) {
      return ELSEWHERE;
    }
    const all = connections.filter(({ alertContactPoint, heartbeatContactPoint }) =>
      [alertContactPoint?.name, heartbeatContactPoint?.name].includes(contactPoint)
    );
    return all[0] ? endpointUrl(all[0].endpoint) : '';
  };
  return Object.fromEntries(
    variables.map(({ name, kind, contactPoint, setting }) => [
      name,
      kind === 'address' ? addressOf(contactPoint, name) : `entered ${setting}`,
    ])
  );
}

/** What the plugin reads of all connections, without what differs between two servers that hold the same. */
export async function essenceOf(fleet: Fleet): Promise<unknown> {
  const bare = ({ rule, otherRules, ...rest }: Connection) => ({
    ...rest,
    rules: [...(rule ? [rule] : []), ...otherRules].map((one) => ({
      ...one,
      version: 0,
      updatedAt: 0,
      stored: undefined,
    })),
  });
  const all = connectionsOf(await readingOf(clientOf(fleet))).map(bare);
  // Grafana chooses the uids of contact points that Terraform makes.
  return JSON.parse(JSON.stringify(all.sort((a, b) => a.id.localeCompare(b.id))), (key, inner: unknown) =>
    key === 'uid' ? 'any' : inner
  );
}

const equals = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

interface Change {
  address: string;
  change: { actions: string[]; importing?: { id: string } };
}

/** Terraform in a folder of its own, against one Grafana and its IRM. */
async function terraformAt(tools: Tools, { grafanas, irmUrl }: Fleet, variables: Readonly<Record<string, string>>) {
  const [grafana] = grafanas;
  const { run, ...place } = terraformFolder(tools, {
    ...{ irmUrl, irmToken: sandboxTokens[0]?.token ?? '' },
    grafanaUrl: grafana?.url ?? '',
    grafanaToken: (await grafana?.tokenOf('Admin')) ?? '',
  });
  const ok = async (...args: string[]): Promise<string> => {
    const { code, said } = await run(args, variables);
    if (code !== 0) {
      throw new Error(`terraform ${args.join(' ')} ended with ${code}:\n${said.slice(said.search(/^\W*Error: /m))}`);
    }
    return said;
  };
  return {
    ...place,
    ok,
    /** What the plan would do, by address: `import` for what is taken over as it is, else Terraform's words. */
    async plan(): Promise<Record<string, string>> {
      await ok('plan', '-input=false', '-out=plan');
      const { resource_changes: changes = [] } = JSON.parse(await ok('show', '-json', 'plan')) as {
        resource_changes?: Change[];
      };
      return Object.fromEntries(
        changes.map(({ address, change: { actions, importing } }) => {
          const does = actions.join(' and ');
          return [address, importing ? (does === 'no-op' ? 'import' : `import and ${does}`) : does];
        })
      );
    },
  };
}

/** For another Grafana, where there is nothing to import. */
const withoutImports = (text: string): string => `${text.replace(/^import \{\n(?: .*\n)*\}\n\n?/gm, '').trimEnd()}\n`;

interface Outcome {
  text: string;
  notes: ExportDocument['notes'];
  /** What the first plan does other than taking over what is there as it is. */
  changes: Record<string, string>;
  before: unknown;
  made: unknown;
}

/**
 * Takes over what `here` has, makes the same in `there`, which is empty, and takes it away there again. Throws where
 * Terraform refuses, would write the text otherwise, or plans something once more.
 * @param options `look`: at what was made, before it is taken away; in the place of `made`
 */
export async function roundTrip(
  tools: Tools,
  [here, there]: readonly [Fleet, Fleet],
  options: Options & { look?: () => Promise<void> } = {}
): Promise<Outcome> {
  const { document, variables } = await exportedOf(here, options);
  const { text, notes } = document;
  const before = await essenceOf(here);
  /** Rules that policies lead are found by their alerts, which take one evaluation. */
  const settled = async (): Promise<unknown> => {
    for (let tries = 0; tries < 20 && !equals(await essenceOf(there), before); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return essenceOf(there);
  };

  const first = await terraformAt(tools, here, variables);
  const second = await terraformAt(tools, there, variables);
  const nothing = async (terraform: typeof first) => {
    const planned = Object.entries(await terraform.plan()).filter(([, does]) => does !== 'no-op');
    if (planned.length > 0) {
      throw new Error(`A second plan is not empty: ${JSON.stringify(planned)}`);
    }
  };
  try {
    first.write(text);
    await first.ok('fmt', '-check', '-diff');
    await first.ok('validate');
    const planned = await first.plan();
    await first.ok('apply', 'plan');
    await nothing(first);
    expect(await essenceOf(here)).toEqual(before);

    second.write(withoutImports(text));
    await second.ok('apply', '-auto-approve', '-input=false');
    await nothing(second);
    const made = options.look ? undefined : await settled();
    await options.look?.();
    await second.ok('destroy', '-auto-approve', '-input=false');
    const changes = Object.fromEntries(Object.entries(planned).filter(([, does]) => does !== 'import'));
    return { text, notes, changes, before, made };
  } finally {
    first.remove();
    second.remove();
  }
}
