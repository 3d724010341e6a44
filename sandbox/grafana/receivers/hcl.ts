import { literal } from '../alerting/rules/hcl';
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
      .map(([setting, attribute]): [string, string] => [attribute, textOf(settings[setting])]);
    if (disableResolveMessage) {
      lines.unshift(['disable_resolve_message', 'true']);
    }
    return `  ${type} {\n${aligned(lines)}${headers(settings.headers)}  }\n`;
  });
  const resource = `resource "grafana_contact_point" "contact_point_${fnv64(name)}"`;
  return `${resource} {\n  name = ${literal(name)}\n\n${blocks.join('')}}\n`;
}

function aligned(lines: Array<[string, string]>): string {
  const width = Math.max(...lines.map(([attribute]) => attribute.length));
  return lines.map(([attribute, value]) => `    ${attribute.padEnd(width)} = ${value}\n`).join('');
}

/** A map of its own, which a webhook has for headers (docs/facts.md#exports-and-files). */
function headers(value: unknown): string {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const lines = entries.map(([name, text]) => `      ${JSON.stringify(name)} = ${textOf(text)}\n`);
  return lines.length > 0 ? `    headers = {\n${lines.join('')}    }\n` : '';
}

const textOf = (value: unknown) => (typeof value === 'string' ? literal(value) : JSON.stringify(value));
