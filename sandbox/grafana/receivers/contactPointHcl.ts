import { hclLines, type HclItem } from '../exports/hcl';
import { fnv1 } from '../fnv';
import { isObject } from '../requestBody';
import type { StoredReceiver } from './store';

type Settings = Readonly<Record<string, unknown>>;

/** A setting under the name that it has in Terraform's language; `nested` makes it a block of its own. */
type Named = readonly [setting: string, name: string, nested?: readonly Named[]];

const named = (...settings: string[]): Named[] => settings.map((setting) => [setting, setting]);

const TLS: readonly Named[] = [
  ['insecureSkipVerify', 'insecure_skip_verify'],
  ['caCertificate', 'ca_certificate'],
  ['clientCertificate', 'client_certificate'],
  ['clientKey', 'client_key'],
];

const OAUTH2: readonly Named[] = [
  ...named('client_id', 'client_secret', 'token_url', 'scopes', 'endpoint_params'),
  ['tls_config', 'tls_config', TLS],
  ['proxy_config', 'proxy_config', named('proxy_url', 'no_proxy', 'proxy_from_environment', 'proxy_connect_header')],
];

const MESSAGE = named('title', 'message');

const ADDRESSED: readonly Named[] = [
  ['url', 'url'],
  ['httpMethod', 'http_method'],
  ['maxAlerts', 'max_alerts'],
  ...named('authorization_scheme', 'authorization_credentials'),
  ['username', 'basic_auth_user'],
  ['password', 'basic_auth_password'],
];

/**
 * What Grafana writes of each type, in its order. Two blocks of a webhook bear names that the provider does not know,
 * which is Grafana's fault and not that of this table (docs/facts.md#exports-and-files).
 */
const TYPES: Readonly<Record<string, readonly Named[]>> = {
  email: [['addresses', 'addresses'], ['singleEmail', 'single_email'], ...named('message', 'subject')],
  oncall: [...ADDRESSED, ...MESSAGE],
  webhook: [
    ...ADDRESSED,
    ['headers', 'headers'],
    ...MESSAGE,
    ['tlsConfig', 'tlsConfig', TLS],
    ['hmacConfig', 'hmacConfig', [...named('secret', 'header'), ['timestampHeader', 'timestamp_header']]],
    ['payload', 'payload', named('template', 'vars')],
    ['http_config', 'http_config', [['oauth2', 'oauth2', OAUTH2]]],
  ],
};

export function contactPointHcl({ name, integrations }: StoredReceiver): string {
  const types = Object.keys(TYPES);
  const blocks = [...integrations]
    .sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type))
    .map(({ type, settings, disableResolveMessage }): HclItem => {
      const items = itemsOf(type === 'email' ? listed(settings) : settings, TYPES[type] ?? []);
      const resolving: HclItem[] = disableResolveMessage ? [{ attribute: 'disable_resolve_message', value: true }] : [];
      return { block: type, items: [...resolving, ...items] };
    });
  const resource = `resource "grafana_contact_point" "contact_point_${fnv1(Buffer.from(name))}"`;
  return [`${resource} {`, ...hclLines([{ attribute: 'name', value: name }, ...blocks], '  '), '}', ''].join('\n');
}

/** Addresses of an email are one text in Grafana and a list in Terraform. */
const listed = (settings: Settings): Settings => ({
  ...settings,
  addresses: String(settings.addresses)
    .split(/[,;\n]/)
    .map((address) => address.trim())
    .filter(Boolean),
});

function itemsOf(settings: Settings, names: readonly Named[]): HclItem[] {
  return names.flatMap(([setting, name, nested]): HclItem[] => {
    const value = settings[setting];
    if (nested) {
      return isObject(value) ? [{ block: name, items: itemsOf(value, nested) }] : [];
    }
    if (isObject(value)) {
      const entries = Object.entries(value).map(([key, text]): [string, string] => [key, String(text)]);
      return entries.length > 0 ? [{ attribute: name, entries: Object.fromEntries(entries) }] : [];
    }
    return isPlain(value) ? [{ attribute: name, value }] : [];
  });
}

const isPlain = (value: unknown): value is string | number | boolean | string[] =>
  ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
