import type { Connection } from '../../src/connection/ownership/connections';
import { findAllRules } from '../../src/connection/port/findAllRules';
import { doorsOf } from '../../src/connection/plan/granted';
import { missingRoutingRights } from '../../src/connection/plan/routingRights';
import type { GrafanaError, GrafanaPort } from '../../src/connection/port/grafanaPort';
import { applyRouting, applyRule, undoRouting, type RoutingUndo } from '../../src/connection/route-alerts/applyRouting';
import { planRouting } from '../../src/connection/route-alerts/planRouting';
import { planRule } from '../../src/connection/route-alerts/planRule';
import { targetsOf } from '../../src/connection/ownership/targetsOf';
import type {
  PolicyChoice,
  PolicyTree,
  RoutingPlan,
  RulePlan,
  RuleRouting,
} from '../../src/connection/route-alerts/types';
import { receiversOf } from '../../src/connection/routing/receiversOf';
import { unknownReceivers } from '../../src/connection/route-alerts/unknownReceivers';
import { contactPointNames, type GrafanaReading } from '../../src/connection/reading/reading';
import { failure, type Result } from '../../src/connection/result';
import type { RoutingChoice } from './wishes';

interface Place {
  grafana: GrafanaPort;
  version: string;
  granted(action: string): boolean;
}

/** `done`, that there is nothing to do, why it was not tried, or why it failed. */
type Outcome = 'done' | 'up to date' | { refused: string } | { failed: string };

/** What the page knows of the connection and all that is beside it. */
interface Seen {
  connection: Connection;
  reading: GrafanaReading;
}

/** Reads that once more. */
type Look = () => Promise<Seen | GrafanaError | undefined>;

interface OpenPage {
  choice: RoutingChoice;
  seen: Seen;
  look: Look;
  /** Contact points that policies name, and that are unknown even to a reading made for them. */
  hidden?: string;
  tree?: PolicyTree | undefined;
  rule?: RuleRouting;
}

/** What a person does on the page that routes alerts. Remembers what an open page does. */
export function createRoutePages({ grafana, version, granted }: Place) {
  let page: OpenPage | undefined;
  const undos: RoutingUndo[] = [];

  /** What could not be read leaves what was read before. */
  async function read(): Promise<GrafanaError | undefined> {
    if (!page) {
      return undefined;
    }
    const { choice } = page;
    const tree = await readTree();
    // What a change is counted over; without it the page says so, and goes on.
    await findAllRules(grafana, { isForAll: true });
    await grafana.listAlerts();
    if (choice.kind !== 'rule') {
      return tree.ok ? undefined : tree.error;
    }
    const rule = await grafana.readRuleRouting(choice.uid);
    page = { ...page, ...(rule.ok && { rule: rule.value }) };
    return rule.ok ? undefined : rule.error;
  }

  /** Policies that name what the page does not know are of another time, and both are read once more for them. */
  async function readTree(): Promise<Result<PolicyTree, GrafanaError>> {
    const tree = await grafana.readTree();
    if (!page || !tree.ok) {
      return tree;
    }
    const unknown = unknownReceivers(tree.value.root, contactPointNames(page.seen.reading)).join();
    if (unknown === '' || unknown === page.hidden) {
      page = { ...page, tree: tree.value };
      return tree;
    }
    page = { ...page, tree: undefined };
    const seen = await page.look();
    if (!seen || 'reason' in seen) {
      return failure(seen ?? { reason: 'notFound', message: 'gone', status: undefined });
    }
    page = { ...page, seen, hidden: unknown };
    return readTree();
  }

  /** Presses "Apply", which is there as soon as the page has a plan. */
  async function apply(): Promise<Outcome> {
    const plan = page && planOf(page);
    if (!page || !plan) {
      return { failed: 'not read' };
    }
    const missing = missingRoutingRights(granted, doorsOf(version), page.choice.kind === 'rule');
    const obstacles = plan.obstacles.map(({ code }) => code);
    if (missing.length > 0 || obstacles.length > 0) {
      return { refused: missing.length > 0 ? `rights ${missing.join(', ')}` : obstacles.join(', ') };
    }
    if ('settings' in plan ? !plan.isChange : plan.changes.every(({ kind }) => kind === 'left')) {
      return 'up to date';
    }
    const result = 'settings' in plan ? await applyRule(grafana, plan) : await applyRouting(grafana, plan);
    await read();
    if (!result.ok) {
      return { failed: result.error.reason };
    }
    undos.push(...(result.value.undo ? [result.value.undo] : []));
    return 'done';
  }

  return {
    async route(choice: RoutingChoice, seen: Seen, look: Look): Promise<Outcome> {
      page = { choice, seen, look };
      const error = await read();
      return error ? { failed: error.reason } : apply();
    },
    isOpen: () => page !== undefined,
    hasUndo: () => undos.length > 0,
    again: apply,
    async undo(): Promise<Outcome> {
      const [last] = undos.slice(-1);
      if (!last) {
        return 'up to date';
      }
      const result = await undoRouting(grafana, last);
      await read();
      if (!result.ok) {
        return { failed: result.error.reason };
      }
      undos.pop();
      return 'done';
    },
  };
}

function planOf({ choice, seen, tree, rule }: OpenPage): RoutingPlan | RulePlan | undefined {
  const targets = targetsOf(seen.connection);
  if (choice.kind === 'rule') {
    return rule && planRule(rule, choice.follows ? undefined : targets[0], receiversOf(seen.reading, undefined));
  }
  return tree && planRouting(tree, policyChoice(choice), targets);
}

function policyChoice(choice: Exclude<RoutingChoice, { kind: 'rule' }>): PolicyChoice {
  switch (choice.kind) {
    case 'everything':
      return choice;
    case 'label':
      return {
        kind: 'matching',
        matchers: [{ name: choice.name, operator: '=', value: choice.value }],
        place: 0,
        continue: choice.goesOn,
      };
    case 'nothing':
      return { kind: 'nothing', defaultReceiver: choice.instead };
  }
}
