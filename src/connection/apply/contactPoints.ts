import type { GrafanaError } from '../port/grafanaPort';
import type { Integration } from '../model';
import { isAsPlanned, isUntouched } from '../plan/contactPoint';
import { success, type Result } from '../result';
import { hasEnteredSecret } from '../webhook/access';
import {
  changedMeanwhile,
  confirmWrite,
  DONE,
  failed,
  FOUND,
  nameTaken,
  seenAs,
  withoutEffect,
  type Seen,
  type StepContext,
  type StepResult,
} from './stepResult';

/**
 * Creates an integration with a contact point of its own. Grafana adds ours to another contact point of the same name
 * without a word (contact-points.json), so the name is looked up right before, and right after: if somebody was
 * quicker, ours is taken back.
 */
export async function createIntegration({ port }: StepContext, wanted: Integration): Promise<StepResult> {
  const before = await port.listIntegrations();
  if (!before.ok) {
    return failed(before.error);
  }
  const present = findIntegration(before.value.value, wanted);
  if (present) {
    return isAsPlanned(present, wanted) ? FOUND : changedMeanwhile(`"${present.name}" exists already and differs.`);
  }
  if (before.value.value.some(({ name }) => name === wanted.name)) {
    return nameTaken(wanted.name);
  }
  const created = await port.createIntegration(wanted);
  const result = await confirmWrite(created, ['uidTaken', 'nameTaken'], () => look(port, wanted));
  return result.state === 'done' ? takeBackIfMerged(port, wanted) : result;
}

async function takeBackIfMerged(port: StepContext['port'], wanted: Integration): Promise<StepResult> {
  const after = await port.listIntegrations();
  if (!after.ok) {
    return failed(after.error, true);
  }
  const ours = findIntegration(after.value.value, wanted);
  if (!ours) {
    // Or the list is of a replica that lags behind, and it is there, as another look may have found.
    return withoutEffect(`"${wanted.name}" is not there.`);
  }
  if (!after.value.value.some((other) => other.name === ours.name && other.uid !== ours.uid)) {
    return DONE;
  }
  const removed = await port.deleteIntegration(ours.uid);
  const result = nameTaken(wanted.name);
  return removed.ok || result.state !== 'failed' ? result : { ...result, uncertain: true };
}

/** Changes an integration that is still as it was when the plan was made. */
export async function updateIntegration(
  { port }: StepContext,
  wanted: Integration,
  before: Integration
): Promise<StepResult> {
  const listed = await port.listIntegrations();
  if (!listed.ok) {
    return failed(listed.error);
  }
  const all = listed.value.value;
  const present = all.find(({ uid }) => uid === before.uid);
  // Whether an entered secret is there already cannot be seen.
  const isEntered = hasEnteredSecret(wanted.otherSettings);
  if (present && !isEntered && isAsPlanned(present, wanted)) {
    return FOUND;
  }
  if (!present || !isUntouched(present, before)) {
    return changedMeanwhile(`"${before.name}" was ${present ? 'changed' : 'removed'} meanwhile.`);
  }
  if (wanted.name !== before.name) {
    if (all.some(({ name }) => name === wanted.name)) {
      return nameTaken(wanted.name);
    }
    if (all.some(({ name, uid }) => name === before.name && uid !== before.uid)) {
      return changedMeanwhile(`"${before.name}" has further integrations meanwhile.`);
    }
  }
  const written = await port.updateIntegration(wanted, present);
  return confirmWrite(written, ['notFound', 'changedMeanwhile', 'nameTaken'], async () => {
    const seen = await look(port, wanted, before);
    return isEntered && seen.ok && seen.value === 'asPlanned' ? success('otherwise') : seen;
  });
}

/**
 * Deletes an integration that still sends where it did when the plan was made. One that somebody uses is left: Grafana
 * refuses, and what others use is theirs.
 */
export async function deleteIntegration({ port }: StepContext, planned: Integration): Promise<StepResult> {
  const listed = await port.listIntegrations();
  if (!listed.ok) {
    return failed(listed.error);
  }
  const present = listed.value.value.find(({ uid }) => uid === planned.uid);
  if (!present) {
    return FOUND;
  }
  if (present.url !== planned.url) {
    return changedMeanwhile(`"${present.name}" sends to another address meanwhile.`);
  }
  const deleted = await port.deleteIntegration(planned.uid);
  if (!deleted.ok && deleted.error.reason === 'inUse') {
    return { state: 'left', error: deleted.error };
  }
  return confirmWrite(deleted, ['notFound'], async () => {
    const again = await port.listIntegrations();
    return again.ok
      ? success(again.value.value.some(({ uid }) => uid === planned.uid) ? 'asBefore' : 'asPlanned')
      : again;
  });
}

/** What a plan rests on has to be there still before anything is built on it. */
export async function keepIntegration({ port }: StepContext, planned: Integration): Promise<StepResult> {
  const listed = await port.listIntegrations();
  if (!listed.ok) {
    return failed(listed.error);
  }
  const present = listed.value.value.find(({ uid }) => uid === planned.uid);
  return present && sendsAlike(present, planned)
    ? FOUND
    : changedMeanwhile(`"${planned.name}" was ${present ? 'changed' : 'removed'} meanwhile.`);
}

/** Whether the same reaches IRM: what a plan relies on where it keeps an integration. */
export const sendsAlike = (present: Integration, planned: Integration): boolean =>
  present.url === planned.url && present.disableResolveMessage === planned.disableResolveMessage;

/** By uid, or by name and address where Grafana chose the uid. */
export function findIntegration(
  integrations: readonly Integration[],
  { uid, name, url }: Integration
): Integration | undefined {
  return (
    integrations.find((one) => one.uid === uid) ?? integrations.find((one) => one.name === name && one.url === url)
  );
}

async function look(
  port: StepContext['port'],
  wanted: Integration,
  before?: Integration
): Promise<Result<Seen, GrafanaError>> {
  const listed = await port.listIntegrations();
  if (!listed.ok) {
    return listed;
  }
  const present = findIntegration(listed.value.value, wanted);
  return success(seenAs(present, before, (one) => isAsPlanned(one, wanted), isUntouched));
}
