import type { GrafanaPort } from '../connection/port/grafanaPort';
import { USUAL_LIMITS } from '../connection/timing/evaluation';
import { mapResult } from '../connection/result';
import { requestJson } from './request';
import type { Capabilities } from './capabilities';
import { contactPointCalls } from './contactPoints';
import { exportCalls } from './exports';
import { folderCalls } from './folders';
import { policyCalls } from './policies';
import { receiverTestCalls } from './receiverTest';
import { receiverUseCalls } from './receiverUses';
import { routingCalls } from './routing';
import { ruleCalls } from './rules';
import { elsewhereCalls } from './elsewhere';
import { createServed } from './served';
import { silenceCalls } from './silences';
import { statusCalls } from './statuses';
import { createAlertRuleClient } from './alertRules';
import type { Transport } from '../transport/transport';
import { dataSourceFromWire, dataSourceList } from './wire/dataSource';

/** What the client wants to know of the Grafana that it talks to. */
export type ClientCapabilities = Pick<Capabilities, 'namespace' | 'receiverTest'> &
  Partial<Pick<Capabilities, 'evaluation'>>;

const OLDEST: ClientCapabilities = { namespace: 'default', receiverTest: 'old' };

/**
 * Grafana's side of the domain, over either transport. It knows which generation of the API to ask for what; keep one
 * client per transport, because it remembers which API answered.
 */
export function createGrafanaClient(
  transport: Transport,
  { namespace, receiverTest, evaluation = USUAL_LIMITS }: ClientCapabilities = OLDEST
): GrafanaPort {
  const served = createServed(receiverTest);
  return {
    evaluation,
    ...contactPointCalls(transport, namespace, served),
    ...folderCalls(transport),
    ...ruleCalls(transport, namespace, served),
    ...elsewhereCalls(transport, namespace, served),
    ...statusCalls(transport),
    ...silenceCalls(transport),
    ...createAlertRuleClient(transport),
    ...policyCalls(transport, namespace, served),
    ...routingCalls(transport, namespace, served),
    ...receiverUseCalls(transport, namespace, served),
    ...exportCalls(transport),
    ...receiverTestCalls(transport, { namespace, firstTry: receiverTest }),
    async listDataSources() {
      const answer = await requestJson(transport, { method: 'GET', path: '/api/datasources' }, dataSourceList);
      return mapResult(answer, ({ value }) => value.map(dataSourceFromWire));
    },
  };
}
