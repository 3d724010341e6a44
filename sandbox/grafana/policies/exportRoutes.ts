import { Hono } from 'hono';

import { opensBy } from '../access';
import type { GrafanaEnv, NotificationPolicy } from '../context';
import { dollarsDoubled } from '../exports/dollars';
import { hclLines, type HclItem } from '../exports/hcl';
import { toYaml } from '../exports/yaml';
import { READ, READ_WAYS } from './routes';
import type { PolicyStore } from './store';

/** `/api/v1/provisioning/policies/export`; the form of each: docs/facts.md#exports-and-files. */
export function policyExportRoutes(policies: PolicyStore): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  routes.get('/', opensBy(READ_WAYS, READ), (c) => {
    const tree = policies.tree();
    const file = dollarsDoubled({ apiVersion: 1, policies: [{ orgId: 1, ...tree }] });
    switch (c.req.query('format')) {
      case 'json':
        return c.json(file);
      case 'hcl':
        return c.body(treeHcl(tree), 200, { 'Content-Type': 'text/hcl' });
      default:
        return c.body(toYaml(file), 200, { 'Content-Type': 'text/yaml' });
    }
  });
  return routes;
}

const treeHcl = (tree: NotificationPolicy) =>
  ['resource "grafana_notification_policy" "notification_policy_1" {', ...hclLines(items(tree), '  '), '}', ''].join(
    '\n'
  );

function items(policy: NotificationPolicy): HclItem[] {
  const { receiver, group_by, group_wait, group_interval, repeat_interval, object_matchers = [], routes = [] } = policy;
  const named = {
    ...{ contact_point: receiver, group_by, group_wait, group_interval, repeat_interval },
    ...{ mute_timings: policy.mute_time_intervals, active_timings: policy.active_time_intervals },
    continue: policy.continue || undefined,
  };
  return [
    ...Object.entries(named).flatMap(([attribute, value]) => (value === undefined ? [] : [{ attribute, value }])),
    ...object_matchers.map(([label, match, value]): HclItem => ({
      block: 'matcher',
      items: Object.entries({ label, match, value }).map(([attribute, text]) => ({ attribute, value: text })),
    })),
    ...routes.map((route): HclItem => ({ block: 'policy', items: items(route) })),
  ];
}
