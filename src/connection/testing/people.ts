import { firingRule } from '../../../tests/support/firingRule';
import type { HeartbeatRule, Integration } from '../model';
import { FOLDER, readingOf, type TroubledGrafana } from './applying';
import { integration } from './fixtures';

export const RULER = `/api/ruler/grafana/api/v1/rules/${FOLDER.uid}`;
export const PROVISIONING = '/api/v1/provisioning';

/** A call beside the plugin that has to succeed. */
export async function call(grafana: TroubledGrafana, method: string, path: string, body?: object): Promise<void> {
  const status = await grafana.world.call('editor', method, path, body);
  if (status < 200 || status > 299) {
    throw new Error(`${method} ${path}: ${status}`);
  }
}

/** Somebody makes a webhook contact point in Grafana's own pages. */
export async function makeContactPoint(grafana: TroubledGrafana, changes: Partial<Integration>): Promise<void> {
  const { uid, name, type, url, disableResolveMessage } = integration(changes);
  const settings = type === 'email' ? { addresses: 'team@example.net' } : { url };
  await call(grafana, 'POST', `${PROVISIONING}/contact-points`, { uid, name, type, settings, disableResolveMessage });
}

export const deleteContactPoint = (grafana: TroubledGrafana, uid: string) =>
  call(grafana, 'DELETE', `${PROVISIONING}/contact-points/${uid}`);

/** Contact points of other people, one of them an e-mail. */
export async function makeForeign(grafana: TroubledGrafana, ...names: string[]): Promise<void> {
  await makeContactPoint(grafana, { uid: 'a', name: 'Slack' });
  await makeContactPoint(grafana, { uid: 'b', name: 'On call', type: 'email' });
  for (const [index, name] of names.entries()) {
    await makeContactPoint(grafana, { uid: `named-${index}`, name, type: 'email' });
  }
}

export interface RuleByHand {
  uid?: string;
  title: string;
  receiver?: string;
  group?: string;
  folderUid?: string;
  labels?: Record<string, string>;
  /** What goes into the rule beside its alert, for example `keep_firing_for`. */
  more?: object;
  /** What goes into the rule's notification settings beside the receiver. */
  notification?: object;
}

/** Somebody saves a rule through Grafana's own editor, as the only one of its group. */
export async function saveRule(grafana: TroubledGrafana, rule: RuleByHand): Promise<void> {
  const { title, receiver, uid, group = title, folderUid = FOLDER.uid, labels = {}, more, notification } = rule;
  const alert = {
    ...(uid !== undefined && { uid }),
    ...(receiver !== undefined && { notification_settings: { receiver, ...notification } }),
  };
  const rules = [firingRule(title, { labels, annotations: {}, ...more, alert })];
  await call(grafana, 'POST', `/api/ruler/grafana/api/v1/rules/${folderUid}`, { name: group, interval: '10s', rules });
}

/** Lets the plugin's client change the rule, as somebody else with the plugin would. */
export async function changeRule(grafana: TroubledGrafana, changes: Partial<HeartbeatRule>): Promise<void> {
  const rule = await firstRule(grafana);
  const written = await grafana.client.writeRule({ ...rule, ...changes }, rule);
  if (!written.ok) {
    throw new Error(written.error.message);
  }
}

export async function changeIntegration(
  grafana: TroubledGrafana,
  uid: string,
  changes: Partial<Integration>
): Promise<void> {
  const before = (await readingOf(grafana)).integrations.find((one) => one.uid === uid);
  const written = before && (await grafana.client.updateIntegration({ ...before, ...changes }, before));
  if (!written?.ok) {
    throw new Error(written ? written.error.message : `no integration ${uid}`);
  }
}

export async function firstRule(grafana: TroubledGrafana): Promise<HeartbeatRule> {
  const [rule] = (await readingOf(grafana)).rules;
  if (!rule) {
    throw new Error('no rule');
  }
  return rule;
}

/** What Grafana holds, apart from what Grafana counts and dates itself; `uids`: of rules, too. */
export async function held(grafana: TroubledGrafana, { uids = false } = {}) {
  const { integrations, rules, otherRules } = await readingOf(grafana);
  const counts = await grafana.client.folderCounts(FOLDER.uid);
  return {
    integrations: [...integrations].sort((a, b) => a.uid.localeCompare(b.uid)),
    rules: rules.map((rule) => ({
      ...rule,
      version: 0,
      updatedAt: 0,
      ...(!uids && { uid: '' }),
      stored: settled(rule, uids),
    })),
    otherRules,
    hasFolder: counts.ok && counts.value !== undefined,
  };
}

/** What the plugin does not model, without the uid that a rule gets anew when it comes back. */
function settled({ stored }: HeartbeatRule, uids: boolean): unknown {
  return JSON.parse(
    JSON.stringify(stored, (key, value: unknown) => (key === 'uid' && !uids ? undefined : value)) ?? 'null'
  );
}
