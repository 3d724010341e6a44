import type { GrafanaError, GrafanaPort } from '../connection/port/grafanaPort';
import { failure, mapResult, success, type Result } from '../connection/result';
import type { Transport } from '../transport/transport';
import { notificationsPath, STABLE } from './platform';
import { requestList } from './request';
import { isListGone, type Served } from './served';
import { policyFromWire, policyTree } from './wire/policy';
import { timeIntervalList } from './wire/choice';
import { defaultTreeIn, otherTreesIn, timeIntervalObjects, routingTrees } from './wire/routingTree';

const PROVISIONING = '/api/v1/provisioning';

/** A default tree that is not in the answer is one that may not be seen, since each organisation has one. */
export function orUnseen<Tree>(tree: Tree | undefined): Result<Tree, GrafanaError> {
  const message = 'Grafana shows no default notification policy';
  return tree ? success(tree) : failure({ reason: 'forbidden', message, status: undefined });
}

/** Policies and time intervals, which are only read. */
export function policyCalls(
  transport: Transport,
  namespace: string,
  { notifications }: Served
): Pick<GrafanaPort, 'readPolicies' | 'readOtherTrees' | 'listTimeIntervals'> {
  return {
    readPolicies: () =>
      notifications(
        async (api) => {
          if (api === 'provisioning') {
            const answer = await requestList(
              transport,
              { method: 'GET', path: `${PROVISIONING}/policies` },
              policyTree
            );
            return mapResult(answer, ({ value }) => policyFromWire(value));
          }
          const path = notificationsPath(namespace, STABLE, 'routingtrees');
          const answer = await requestList(transport, { method: 'GET', path }, routingTrees);
          return answer.ok ? orUnseen(defaultTreeIn(answer.value.value)) : answer;
        },
        { isGone: isListGone }
      ),
    async readOtherTrees() {
      // Rules name trees from 13 on, which serves them there.
      const path = notificationsPath(namespace, STABLE, 'routingtrees');
      const answer = await requestList(transport, { method: 'GET', path }, routingTrees);
      return mapResult(answer, ({ value }) => otherTreesIn(value));
    },
    listTimeIntervals: () =>
      notifications(
        async (api) => {
          if (api === 'provisioning') {
            const path = `${PROVISIONING}/mute-timings`;
            const answer = await requestList(transport, { method: 'GET', path }, timeIntervalList);
            return mapResult(answer, ({ value }) =>
              value.map(({ name, time_intervals }) => ({ name, intervals: time_intervals ?? [] }))
            );
          }
          const path = notificationsPath(namespace, STABLE, 'timeintervals');
          const answer = await requestList(transport, { method: 'GET', path }, timeIntervalObjects);
          return mapResult(answer, ({ value }) =>
            value.items.map(({ spec }) => ({ name: spec.name, intervals: spec.time_intervals ?? [] }))
          );
        },
        { isGone: isListGone }
      ),
  };
}
