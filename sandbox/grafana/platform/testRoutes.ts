import { Hono } from 'hono';

import { hasOneOf } from '../access';
import type { GrafanaEnv, May } from '../context';
import { changedProtectedFields, mayMove, objectScope, protectedRefusal } from '../receivers/managers';
import { mergeSecrets } from '../receivers/secrets';
import type { ReceiverStore } from '../receivers/store';
import { runTest, type TestDeps } from '../receivers/receiverTest/runTest';
import { testAlert } from '../receivers/receiverTest/testAlert';
import { missingSetting, unknownType } from '../receivers/validate';
import { asObject, asText, jsonBody } from '../requestBody';
import { objectName } from './objectName';
import { failure, forbidden, invalidReceiver, protectedFieldsRefused, receiverNotFound } from './status';

const TIMEOUT_MS = 15_000;
/** Stands for a receiver that is not stored yet. */
const NEW_RECEIVER = '-';

const TEST = 'alert.notifications.receivers.test:create';
const READ = 'alert.notifications.receivers:read';
const WRITE = 'alert.notifications.receivers:write';

/** docs/facts.md#permissions; of one that is not stored 12.4 has a scope of its own. */
function mayTest(may: May, name: string): boolean {
  const scope = objectScope(name);
  const onIt = [READ, WRITE, TEST].map((action) => ({ action, scope }));
  const anew = ['receivers:type:new', `receivers:uid:${NEW_RECEIVER}`].map((place) => [
    'alert.notifications.receivers:create',
    { action: TEST, scope: place },
  ]);
  const ways = [['alert.notifications.receivers:test'], ['alert.notifications:write']];
  return hasOneOf(may, [...ways, ...(name === NEW_RECEIVER ? anew : [onIt])]);
}

/** `…/receivers/:name/test`, from 12.4 on: one integration, the verdict always in a 200. */
export function receiverTestRoutes(
  deps: TestDeps & { store: ReceiverStore; protectsAddresses: boolean }
): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  if (deps.version === '12.3.0') {
    return routes;
  }
  routes.post('/:name/test', async (c) => {
    const name = c.req.param('name');
    if (!mayTest(c.get('may'), name)) {
      return forbidden(c.get('user').login, 'create', name, TEST);
    }
    const stored = deps.store.receivers().find((receiver) => objectName(receiver.name) === name);
    if (!stored && name !== NEW_RECEIVER) {
      return receiverNotFound();
    }
    const body = await jsonBody(c);
    if (!body) {
      return failure({ code: 400, message: 'the object provided is unrecognized', reason: 'BadRequest' });
    }
    const integration = asObject(body.integration);
    const [uid, type] = [asText(integration.uid), asText(integration.type)];
    // docs/facts.md#testing-a-contact-point
    if (name === NEW_RECEIVER && (uid || Object.keys(asObject(integration.secureFields)).length > 0)) {
      return failure({ code: 400, message: 'a new receiver has no stored integration', reason: 'BadRequest' });
    }
    const before = stored?.integrations.find((candidate) => candidate.uid === uid);
    const settings = mergeSecrets(asObject(integration.settings), integration.secureFields, before?.settings);
    const wanted = stored && [
      { ...{ uid, type, settings }, name: stored.name, disableResolveMessage: false, provenance: '' },
    ];
    const fields = wanted && deps.protectsAddresses && changedProtectedFields(stored.integrations, wanted);
    if (fields && !mayMove(c.get('may'), stored)) {
      return protectedFieldsRefused(protectedRefusal(stored, fields));
    }
    const receiver = stored?.name ?? 'test';
    const problem = unknownType(type) ?? missingSetting({ name: receiver, uid, type, settings });
    if (problem) {
      return invalidReceiver(problem);
    }
    const alert = testAlert(deps.version, body.alert);
    const { error, durationMs } = await runTest(deps, { type, settings, receiver, alert, timeoutMs: TIMEOUT_MS });
    const duration = `${durationMs}ms`;
    return c.json(error ? { status: 'failure', duration, error } : { status: 'success', duration });
  });
  return routes;
}
