/** What somebody's test does with the package, installed beside nothing else: an alert rule fires, and IRM has its alert. */
import assert from 'node:assert/strict';
import { startStandIn } from 'grafana-alerting-stand-in';

const standIn = await startStandIn({ speed: 60, settings: { GF_UNIFIED_ALERTING_MIN_INTERVAL: '10s' } });
const { grafanaUrl, irmUrl, irmToken } = standIn;

try {
  const { id, endpoint } = standIn.createIntegration('Payments');
  await post('/api/v1/provisioning/contact-points', {
    ...{ name: 'IRM Payments', type: 'webhook' },
    settings: { url: endpoint },
  });
  await post('/api/folders', { uid: 'shop', title: 'Shop' });
  await post('/api/v1/provisioning/alert-rules', {
    ...{ title: 'Always', folderUID: 'shop', ruleGroup: 'shop', orgID: 1, for: '0s', condition: 'A' },
    ...{ noDataState: 'OK', execErrState: 'OK', notification_settings: { receiver: 'IRM Payments' } },
    data: [{ refId: 'A', datasourceUid: '__expr__', model: { type: 'math', expression: '1 > 0', refId: 'A' } }],
  });
  const [group] = await arrived(id);
  assert.equal(group.alerts_count, 1);
  standIn.reset();
  assert.deepEqual(await alertGroups(id), []);
} finally {
  await standIn.stop();
}
await assert.rejects(fetch(grafanaUrl));

async function post(path, body) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('admin:admin')}` };
  const response = await fetch(grafanaUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
  assert.ok(response.ok, `${path}: ${response.status} ${await response.text()}`);
}

async function alertGroups(integrationId) {
  const url = `${irmUrl}/api/v1/alert_groups/?integration_id=${integrationId}`;
  const response = await fetch(url, { headers: { Authorization: irmToken } });
  return response.ok ? (await response.json()).results : [];
}

/** A contact point that was made through the provisioning API is known within a minute of the stand-in's time. */
async function arrived(integrationId) {
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    const groups = await alertGroups(integrationId);
    if (groups.length > 0) {
      return groups;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No alert has arrived.');
}
