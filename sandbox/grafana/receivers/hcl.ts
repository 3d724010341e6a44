import { fnv64 } from '../ids';
import type { StoredReceiver } from './store';

/** Terraform's names for the webhook's settings. */
const ATTRIBUTES: Record<string, string> = {
  url: 'url',
  httpMethod: 'http_method',
  username: 'basic_auth_user',
  password: 'basic_auth_password',
  authorization_scheme: 'authorization_scheme',
  authorization_credentials: 'authorization_credentials',
  maxAlerts: 'max_alerts',
  message: 'message',
  title: 'title',
};

export function contactPointHcl({ name, integrations }: StoredReceiver): string {
  const blocks = integrations.map(({ type, settings, disableResolveMessage }) => {
    const lines = Object.entries(ATTRIBUTES)
      .filter(([setting]) => settings[setting] !== undefined)
      .map(([setting, attribute]): [string, string] => [attribute, literal(settings[setting])]);
    if (disableResolveMessage) {
      lines.unshift(['disable_resolve_message', 'true']);
    }
    return `  ${type} {\n${aligned(lines)}  }\n`;
  });
  const resource = `resource "grafana_contact_point" "contact_point_${fnv64(name)}"`;
  return `${resource} {\n  name = ${literal(name)}\n\n${blocks.join('')}}\n`;
}

function aligned(lines: Array<[string, string]>): string {
  const width = Math.max(...lines.map(([attribute]) => attribute.length));
  return lines.map(([attribute, value]) => `    ${attribute.padEnd(width)} = ${value}\n`).join('');
}

function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('${', '$${');
}
