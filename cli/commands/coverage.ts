import { compileRouting, coverageOf } from '../../src/connection/coverage/coverageOf';
import { nameTimings, opennessBy } from '../../src/connection/coverage/openness';
import { groupOf, summaryOf } from '../../src/connection/coverage/summary';
import { findAllRules } from '../../src/connection/port/findAllRules';
import type { GrafanaError } from '../../src/connection/port/grafanaPort';
import { receiversOf } from '../../src/connection/routing/receiversOf';
import { summaryNotes, summarySentence } from '../../src/coverage/describeReach';
import type { FleetGrafana } from '../config/fleet';
import { EXIT } from '../exitCodes';
import type { Row } from '../report';
import { describeFailure } from '../words/describeFailure';
import { notOpenRow, openAndRead } from './context';

/** So many rules that reach nobody are named; all of them are in the output for programs. */
const MOST_NAMED = 5;

/** How many alert rules of one Grafana reach IRM, by the engine of the plugin's page. */
export async function coverageOfGrafana(grafana: FleetGrafana): Promise<Row[]> {
  const read = await openAndRead(grafana);
  if (!read.ok) {
    return [read.error];
  }
  const { open, objects } = read.value;
  const { client } = open;
  const [alertmanagers, policies, rules, listed] = await Promise.all([
    client.alertmanagerChoice(),
    client.readPolicies(),
    findAllRules(client, { isForAll: true }),
    client.listReceiverUses(),
  ]);
  if (alertmanagers.ok && alertmanagers.value.choice === 'external') {
    return [
      {
        ...{ grafana: grafana.name, connection: '', state: 'external', code: EXIT.toDo, data: { state: 'external' } },
        detail: 'Alerts go to external Alertmanagers only, so none reaches a contact point of this Grafana.',
      },
    ];
  }
  const unread = (error: GrafanaError) => [notOpenRow(grafana, { code: EXIT.notAsked, text: describeFailure(error) })];
  if (!policies.ok) {
    return unread(policies.error);
  }
  if (!rules.ok) {
    return unread(rules.error);
  }
  const namesTrees = rules.value.some(({ policyTree }) => policyTree !== undefined);
  const trees = namesTrees ? await client.readOtherTrees() : undefined;
  const isTimed = nameTimings(rules.value, [policies.value, ...(trees?.ok ? trees.value.values() : [])]);
  const intervals = isTimed ? await client.listTimeIntervals() : undefined;
  const openness = opennessBy(intervals?.ok ? intervals.value : undefined, objects.serverTime);
  // Without the list only contact points without integrations are unknown, and without a tree what follows it.
  const receivers = receiversOf(objects, listed.ok ? listed.value : undefined);
  const routing = compileRouting(policies.value, receivers, trees?.ok ? trees.value : undefined, openness);
  const coverages = rules.value.map((rule) => coverageOf(rule, routing));
  const summary = summaryOf(coverages);
  const lost = coverages.filter((one) => groupOf(one) === 'nobody').map(({ rule }) => rule.title);
  const named =
    lost.slice(0, MOST_NAMED).join(', ') + (lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : '');
  const detail = [
    summary.rules === 0 ? '' : `${summarySentence(summary, [])}.`,
    named === '' ? '' : `Nobody: ${named}.`,
    ...summaryNotes(summary),
  ];
  return [
    {
      ...{ grafana: grafana.name, connection: '' },
      state: lost.length > 0 ? 'rules lost' : summary.rules === 0 ? 'no rules' : 'counted',
      detail: detail.filter((text) => text !== '').join(' '),
      code: lost.length > 0 ? EXIT.toDo : EXIT.ok,
      data: { state: lost.length > 0 ? 'lost' : 'counted', ...summary, reachNobody: lost },
    },
  ];
}
