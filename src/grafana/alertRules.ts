import type { GrafanaPort } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import { nextPart } from './parts';
import { requestList } from './request';
import type { Transport } from '../transport/transport';
import { alertFromWire, alertList } from './wire/alert';
import { alertsFromWire, foundRules, rulesFromWire } from './wire/alertRules';

/** Rule groups per answer; an organisation may have thousands of them. */
const GROUPS_AT_A_TIME = 100;

/** Whoever reads all rules anyway asks less often: Grafana looks up all of them for each part. */
const GROUPS_OF_ALL_AT_A_TIME = 1000;

/** Alerts of one rule that are looked at; a rule over many series has one for each. */
const MOST_ALERTS = 100;

const RULES = '/api/prometheus/grafana/api/v1/rules';

/** Alert rules of the whole organisation and their alerts, over either transport. */
export function createAlertRuleClient(
  transport: Transport
): Pick<GrafanaPort, 'findRules' | 'readAlerts' | 'listAlerts'> {
  return {
    /**
     * Asks the rule list in Prometheus' form, which has routing and interval of each rule on 12.3 and 12.4 alike
     * (state.json). From 12.4 on it searches by name itself; 12.3 does not know `search.rule_name` and answers any
     * rules, so the names are compared here as well, and `next` leads on through the rest.
     */
    async findRules({ name = '', uid, after, isForAll = false }) {
      const words = name.toLowerCase().split(/\s+/).filter(Boolean);
      const query = {
        group_limit: String(isForAll ? GROUPS_OF_ALL_AT_A_TIME : GROUPS_AT_A_TIME),
        limit_alerts: '0',
        ...(words.length > 0 ? { 'search.rule_name': name.trim() } : {}),
        ...(uid === undefined ? {} : { rule_uid: uid }),
        ...(after === undefined ? {} : { group_next_token: after }),
      };
      const answer = await requestList(transport, { method: 'GET', path: RULES, query }, foundRules);
      if (!answer.ok) {
        return answer;
      }
      const { value } = answer.value;
      return mapResult(nextPart(value.data.groupNextToken, after), (next) => ({
        rules: rulesFromWire(value)
          .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
          .filter((rule) => uid === undefined || rule.uid === uid),
        next,
      }));
    },
    async listAlerts() {
      const path = '/api/alertmanager/grafana/api/v2/alerts';
      const answer = await requestList(transport, { method: 'GET', path }, alertList);
      return mapResult(answer, ({ value }) =>
        value.map((alert) => ({ ...alertFromWire(alert), labels: alert.labels }))
      );
    },
    /** Narrowed by folder and group, as 12.3 does not know `rule_uid`. */
    async readAlerts({ uid, folderUid, group }) {
      const query = { folder_uid: folderUid, rule_group: group, limit_alerts: String(MOST_ALERTS + 1) };
      const answer = await requestList(transport, { method: 'GET', path: RULES, query }, foundRules);
      return mapResult(answer, ({ value }) => {
        const labelSets = alertsFromWire(value, uid);
        return { labelSets: labelSets.slice(0, MOST_ALERTS), areAll: labelSets.length <= MOST_ALERTS };
      });
    },
  };
}
