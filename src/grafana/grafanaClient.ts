import type { GrafanaPort } from '../connection/port/grafanaPort';
import { USUAL_LIMITS } from '../connection/timing/evaluation';
import { mapResult } from '../connection/result';
import { requestList } from './request';
import type { Capabilities } from './capabilities';
import { contactPointCalls } from './contactPoints';
import { folderCalls } from './folders';
import { onDemand } from './onDemand';
import { policyCalls } from './policies';
import { receiverUseCalls } from './receiverUses';
import { ruleCalls } from './rules';
import { createServed } from './served';
import { statusCalls } from './statuses';
import type { Transport } from '../transport/transport';
import { dataSourceFromWire, dataSourceList } from './wire/dataSource';

/** What the client wants to know of the Grafana that it talks to. */
export type ClientCapabilities = Pick<Capabilities, 'namespace' | 'receiverTest'> &
  Partial<Pick<Capabilities, 'evaluation' | 'sendsToExternal'>>;

const OLDEST: ClientCapabilities = { namespace: 'default', receiverTest: 'old' };

/**
 * Grafana's side of the domain, over either transport. It knows which generation of the API to ask for what; keep one
 * client per transport, because it remembers which API answered.
 */
export function createGrafanaClient(
  transport: Transport,
  { namespace, receiverTest, evaluation = USUAL_LIMITS, sendsToExternal = true }: ClientCapabilities = OLDEST
): GrafanaPort {
  const served = createServed(receiverTest);
  const statuses = statusCalls(transport, sendsToExternal);
  const receiverUses = receiverUseCalls(transport, namespace, served);
  return {
    evaluation,
    ...contactPointCalls(transport, namespace, served, { ...receiverUses, ...statuses }),
    ...folderCalls(transport),
    ...ruleCalls(transport, namespace, served),
    ...statuses,
    ...policyCalls(transport, namespace, served),
    ...receiverUses,
    isOwnFolderOnly: transport.way === 'proxy',
    ...onDemand(
      async () => (await import('./writes')).connectionWrites(transport, namespace, served),
      [
        ...(['createIntegration', 'updateIntegration', 'deleteIntegration'] as const),
        ...(['createFolder', 'deleteFolder', 'folderCounts', 'writeRule', 'deleteRule'] as const),
      ]
    ),
    ...onDemand(
      async () => (await import('./elsewhere')).elsewhereCalls(transport, namespace, served),
      ['readRuleGroup', 'placeOfRule', 'locateRules', 'alertsTo', 'listFolders']
    ),
    ...onDemand(
      async () => (await import('./silences')).silenceCalls(transport),
      ['listSilences', 'getSilence', 'expireSilence', 'createSilence']
    ),
    ...onDemand(
      async () => (await import('./alertRules')).createAlertRuleClient(transport),
      ['findRules', 'readAlerts', 'listAlerts']
    ),
    ...onDemand(
      async () => (await import('./routing')).routingCalls(transport, namespace, served),
      ['readTree', 'writeTree', 'readRuleRouting', 'writeRuleRouting']
    ),
    ...onDemand(async () => (await import('./exports')).exportCalls(transport), ['exportFile', 'exportTerraform']),
    ...onDemand(
      async () => (await import('./receiverTest')).receiverTestCalls(transport, { namespace, firstTry: receiverTest }),
      ['testIntegration']
    ),
    async listDataSources() {
      const answer = await requestList(transport, { method: 'GET', path: '/api/datasources' }, dataSourceList);
      return mapResult(answer, ({ value }) => value.map(dataSourceFromWire));
    },
  };
}
