import * as v from 'valibot';
import type { GrafanaError, GrafanaResult } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import type { PolicyTree, RoutingPort, RuleRouting } from '../connection/route-alerts/types';
import type { Transport } from '../transport/transport';
import { notificationsPath, rulesPath } from './platform';
import { orUnseen } from './policies';
import { editableHeader } from './provenance';
import { commandList, requestJson, requestList, sendCommand } from './request';
import { isListGone, type Served, type TreeApi } from './served';
import { ruleFromObject, ruleFromProvisioning, ruleToWire, rawRule } from './wire/ruleRouting';
import { platformTrees, provisioningTree, treeFromPlatform, treeFromProvisioning, treeToWire } from './wire/storedTree';

const POLICIES = '/api/v1/provisioning/policies';
const RULES = '/api/v1/provisioning/alert-rules';

/**
 * Policies and rules of others, as far as they send alerts to a connection. Policies go through the app platform where it
 * is, which takes a tree only in the place of the one that it was made from (409, as with contact points:
 * app-platform.json, "update with the stale resourceVersion"); the provisioning API has no such guard.
 */
export function routingCalls(
  transport: Transport,
  namespace: string,
  { trees, ruleDeletion }: Pick<Served, 'trees' | 'ruleDeletion'>
): RoutingPort<GrafanaError> {
  /** Which API each tree and rule was read from, and so goes back to. */
  const treeApis = new WeakMap<PolicyTree, TreeApi>();
  const ruleApis = new WeakMap<RuleRouting, 'provisioning' | 'platform'>();
  return {
    readTree: () =>
      trees(
        async (api) => {
          const read = await readTree(transport, namespace, api);
          if (read.ok) {
            treeApis.set(read.value, api);
          }
          return read;
        },
        { isGone: isListGone }
      ),
    async writeTree(root, before) {
      const api = treeApis.get(before);
      const body = treeToWire(root, before);
      if (api === undefined || api === 'provisioning') {
        return commandList(transport, { method: 'PUT', path: POLICIES, headers: editableHeader(true), body });
      }
      const name = encodeURIComponent(nameOf(before));
      const path = `${notificationsPath(namespace, api, 'routingtrees')}/${name}`;
      // Objects in a list leave out of which kind they are.
      const kind = { kind: 'RoutingTree', apiVersion: `notifications.alerting.grafana.app/${api}` };
      return sendCommand(transport, { method: 'PUT', path, body: { ...body, ...kind } });
    },
    readRuleRouting: (uid) =>
      ruleDeletion(async (api) => {
        const path = `${api === 'provisioning' ? RULES : rulesPath(namespace)}/${encodeURIComponent(uid)}`;
        const answer = await requestJson(transport, { method: 'GET', path }, rawRule(api));
        const rule = mapResult(answer, ({ value }) => ({
          ...(api === 'provisioning' ? ruleFromProvisioning(value) : ruleFromObject(value)),
          uid,
        }));
        if (rule.ok) {
          ruleApis.set(rule.value, api);
        }
        return rule;
      }),
    writeRuleRouting(settings, before) {
      const api = ruleApis.get(before) ?? 'provisioning';
      const path = `${api === 'provisioning' ? RULES : rulesPath(namespace)}/${encodeURIComponent(before.uid)}`;
      const headers = api === 'provisioning' ? editableHeader(true) : undefined;
      const body = ruleToWire(settings, before, api);
      return sendCommand(transport, { method: 'PUT', path, ...(headers && { headers }), body });
    },
  };
}

async function readTree(transport: Transport, namespace: string, api: TreeApi): GrafanaResult<PolicyTree> {
  if (api === 'provisioning') {
    const answer = await requestList(transport, { method: 'GET', path: POLICIES }, provisioningTree);
    return answer.ok ? orUnseen(treeFromProvisioning(answer.value.value)) : answer;
  }
  const path = notificationsPath(namespace, api, 'routingtrees');
  const answer = await requestList(transport, { method: 'GET', path }, platformTrees);
  return answer.ok ? orUnseen(treeFromPlatform(answer.value.value.items)) : answer;
}

const named = v.looseObject({ metadata: v.looseObject({ name: v.string() }) });

/** The default tree has two names from 13.2 on; it goes back under the one that it was read by. */
const nameOf = ({ source }: PolicyTree): string => {
  const read = v.safeParse(named, source);
  return read.success ? read.output.metadata.name : 'user-defined';
};
