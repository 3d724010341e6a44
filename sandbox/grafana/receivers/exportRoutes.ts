import { Hono } from 'hono';

import { opensBy } from '../access';
import type { GrafanaEnv, StoredIntegration } from '../context';
import { dollarsDoubled } from '../exports/dollars';
import { toYaml } from '../exports/yaml';
import { contactPointHcl } from './contactPointHcl';
import { mayRead, mayReadSecrets } from './managers';
import { READ, READ_WAYS } from './provisioning';
import { redacted } from './secrets';
import type { ReceiverStore, StoredReceiver } from './store';

const FORBIDDEN = {
  statusCode: 403,
  messageId: 'alerting.unauthorized',
  message: 'user is not authorized to read any decrypted receiver',
  extra: {
    permissions: 'any(any of alert.provisioning.secrets:read any of alert.notifications.receivers.secrets:read)',
  },
};

/** `/api/v1/provisioning/contact-points/export`: YAML (as for files), JSON or Terraform. */
export function exportRoutes(store: ReceiverStore): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  routes.get('/', opensBy(READ_WAYS, READ));
  routes.get('/', (c) => {
    const may = c.get('may');
    const seesAll = may('alert.provisioning:read') || may('alert.notifications.provisioning:read');
    const name = c.req.query('name');
    const decrypt = c.req.query('decrypt') === 'true';
    const reads = ({ name: which }: StoredReceiver) => mayReadSecrets(may, which);
    const wanted = store
      .receivers()
      .filter((receiver) => (!name || receiver.name === name) && (seesAll || mayRead(may, receiver.name)));
    if (decrypt && !wanted.some(reads)) {
      return c.json(FORBIDDEN, 403);
    }
    const receivers = wanted
      .filter((receiver) => receiver.integrations.length > 0 && (!decrypt || reads(receiver)))
      .map((receiver) => shown(receiver, decrypt));
    switch (c.req.query('format')) {
      case 'json':
        return c.json(dollarsDoubled(fileForm(receivers)));
      case 'hcl':
        return c.body(receivers.map(contactPointHcl).join('\n'), 200, { 'Content-Type': 'text/hcl' });
      default:
        return c.body(toYaml(dollarsDoubled(fileForm(receivers))), 200, { 'Content-Type': 'text/yaml' });
    }
  });
  return routes;
}

function shown(receiver: StoredReceiver, decrypt: boolean): StoredReceiver {
  const settings = (integration: StoredIntegration) =>
    decrypt ? integration.settings : redacted(integration.settings);
  const integrations = receiver.integrations.map((each) => ({ ...each, settings: settings(each) }));
  return { ...receiver, integrations };
}

function fileForm(receivers: StoredReceiver[]) {
  return {
    apiVersion: 1,
    contactPoints: receivers.map(({ name, integrations }) => ({
      orgId: 1,
      name,
      receivers: integrations.map(({ uid, type, settings, disableResolveMessage }) => ({
        uid,
        type,
        settings,
        disableResolveMessage,
      })),
    })),
  };
}
