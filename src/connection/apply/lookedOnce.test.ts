import { troubledGrafana } from '../testing/applying';
import { lookedOnce } from './lookedOnce';

it('a look counts once where it directly follows the same one, and anew after any other request', async () => {
  const grafana = await troubledGrafana();
  const { port } = lookedOnce(grafana.port);
  await port.listIntegrations();
  await port.listIntegrations();
  await port.readRuleGroup('ops', 'Watch');
  await port.listIntegrations();
  await port.readFolderRules('irm-heartbeats');
  await port.listIntegrations();
  expect(grafana.calls).toEqual([
    'listIntegrations',
    'readRuleGroup',
    'listIntegrations',
    'readFolderRules',
    'listIntegrations',
  ]);
});
