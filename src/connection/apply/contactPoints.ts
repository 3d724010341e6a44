import type { GrafanaError, GrafanaPort } from '../grafanaPort';
import type { WebhookContactPoint } from '../model';
import { isAsPlanned, isUntouched } from '../plan/contactPoint';
import { success, type Result } from '../result';
import { changedMeanwhile, DONE, failed, nameTaken, confirmWrite, type StepResult } from './stepResult';

interface Listed {
  webhooks: WebhookContactPoint[];
  names: string[];
}

/**
 * Creates a contact point. Grafana adds ours to another contact point of the same name without a word
 * (contact-points.json), so the name is looked up right before, and right after: if somebody was quicker, ours is
 * taken back.
 */
export async function createContactPoint(port: GrafanaPort, wanted: WebhookContactPoint): Promise<StepResult> {
  const before = await port.listContactPoints();
  if (!before.ok) {
    return failed(before.error);
  }
  const present = find(before.value, wanted);
  if (present) {
    return isAsPlanned(present, wanted) ? DONE : changedMeanwhile(`"${present.name}" exists already and differs.`);
  }
  if (before.value.names.includes(wanted.name)) {
    return nameTaken(wanted.name);
  }
  const result = await confirmWrite(
    await port.createContactPoint(wanted),
    ['uidTaken', 'nameTaken'],
    reread(port, wanted)
  );
  return result.state === 'done' ? takeBackIfMerged(port, wanted) : result;
}

async function takeBackIfMerged(port: GrafanaPort, wanted: WebhookContactPoint): Promise<StepResult> {
  const after = await port.listContactPoints();
  if (!after.ok) {
    return failed(after.error, true);
  }
  const ours = find(after.value, wanted);
  if (!ours || !after.value.webhooks.some((other) => other.name === wanted.name && other.uid !== ours.uid)) {
    return ours ? DONE : changedMeanwhile(`"${wanted.name}" was removed again.`);
  }
  const removed = await port.deleteContactPoint(ours.uid);
  const result = nameTaken(wanted.name);
  return removed.ok || result.state !== 'failed' ? result : { ...result, uncertain: true };
}

/** Changes a contact point that is still as it was when the plan was made. */
export async function updateContactPoint(
  port: GrafanaPort,
  wanted: WebhookContactPoint,
  before: WebhookContactPoint
): Promise<StepResult> {
  const listed = await port.listContactPoints();
  if (!listed.ok) {
    return failed(listed.error);
  }
  const present = listed.value.webhooks.find(({ uid }) => uid === before.uid);
  if (present && isAsPlanned(present, wanted) && hasSettings(present, wanted)) {
    return DONE;
  }
  if (!present || !isUntouched(present, before)) {
    return changedMeanwhile(`"${before.name}" was ${present ? 'changed' : 'removed'} meanwhile.`);
  }
  if (wanted.name !== before.name && listed.value.names.includes(wanted.name)) {
    return nameTaken(wanted.name);
  }
  return confirmWrite(await port.updateContactPoint(wanted), ['notFound', 'changedMeanwhile'], reread(port, wanted));
}

const hasSettings = (present: WebhookContactPoint, wanted: WebhookContactPoint) =>
  wanted.otherSettings['httpMethod'] === present.otherSettings['httpMethod'];

/** Deletes a contact point that still sends where it did when the plan was made. */
export async function deleteContactPoint(port: GrafanaPort, planned: WebhookContactPoint): Promise<StepResult> {
  const listed = await port.listContactPoints();
  if (!listed.ok) {
    return failed(listed.error);
  }
  const present = listed.value.webhooks.find(({ uid }) => uid === planned.uid);
  if (!present) {
    return DONE;
  }
  if (present.url !== planned.url) {
    return changedMeanwhile(`"${present.name}" sends to another address meanwhile.`);
  }
  return confirmWrite(await port.deleteContactPoint(planned.uid), ['notFound'], async () => {
    const again = await port.listContactPoints();
    return again.ok ? success(!again.value.webhooks.some(({ uid }) => uid === planned.uid)) : again;
  });
}

/** By uid, or by name and address where Grafana chose the uid. */
function find({ webhooks }: Listed, { uid, name, url }: WebhookContactPoint): WebhookContactPoint | undefined {
  return webhooks.find((one) => one.uid === uid) ?? webhooks.find((one) => one.name === name && one.url === url);
}

const reread = (port: GrafanaPort, wanted: WebhookContactPoint) => async (): Promise<Result<boolean, GrafanaError>> => {
  const listed = await port.listContactPoints();
  if (!listed.ok) {
    return listed;
  }
  const present = find(listed.value, wanted);
  return success(present !== undefined && isAsPlanned(present, wanted));
};
