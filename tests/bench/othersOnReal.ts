import type { APIRequestContext } from '@playwright/test';
import { apiOf } from '../browser/support/grafana';
import { environment } from '../browser/support/environment';

const FOLDER = 'irm-connect-bench';
const PER_GROUP = 100;
const at = (group: number) => `/api/v1/provisioning/folder/${FOLDER}/rule-groups/bench-${group}`;

/** Alert rules that never fire and email contact points on a real Grafana; gives back what takes them away again. */
export async function makeOthers(rules: number, contactPoints: number): Promise<() => Promise<void>> {
  const api = await apiOf(environment.admin);
  await api.post('/api/folders', { data: { uid: FOLDER, title: FOLDER } });
  const groups = Math.ceil(rules / PER_GROUP);
  const digits = String(rules).length;
  for (let group = 0; group < groups; group += 1) {
    const data = { title: `bench-${group}`, folderUid: FOLDER, interval: 3600, rules: rulesOf(group, digits) };
    await must(api.put(at(group), { data }));
  }
  for (let number = 0; number < contactPoints; number += 1) {
    const data = {
      ...{ uid: `irmc-bench-${number}`, name: `Bench team ${number}`, type: 'email' },
      settings: { addresses: `team-${number}@example.com` },
    };
    await must(api.post('/api/v1/provisioning/contact-points', { data }));
  }
  return async () => {
    for (let number = 0; number < contactPoints; number += 1) {
      await api.delete(`/api/v1/provisioning/contact-points/irmc-bench-${number}`);
    }
    await api.delete(`/api/folders/${FOLDER}?forceDeleteRules=true`);
    await api.dispose();
  };
}

const rulesOf = (group: number, digits: number) =>
  Array.from({ length: PER_GROUP }, (_, index) => ({
    ...{
      title: `Bench rule ${String(group * PER_GROUP + index + 1).padStart(digits, '0')}`,
      condition: 'A',
      for: '0s',
      orgID: 1,
    },
    ...{ folderUID: FOLDER, ruleGroup: `bench-${group}`, noDataState: 'OK', execErrState: 'OK' },
    data: [
      {
        ...{ refId: 'A', relativeTimeRange: { from: 0, to: 0 }, datasourceUid: '__expr__' },
        model: { refId: 'A', type: 'math', expression: '0 > 1' },
      },
    ],
  }));

async function must(sent: ReturnType<APIRequestContext['put']>): Promise<void> {
  const response = await sent;
  if (!response.ok()) {
    throw new Error(`${response.url()}: ${response.status()} ${(await response.text()).slice(0, 200)}`);
  }
}
