/** Settings of a webhook that Grafana keeps to itself, by their place; the URL is not one of them. */
const SECRET_SETTINGS = [
  'password',
  'authorization_credentials',
  'tlsConfig.caCertificate',
  'tlsConfig.clientCertificate',
  'tlsConfig.clientKey',
  'hmacConfig.secret',
  'http_config.oauth2.client_secret',
  'http_config.oauth2.tls_config.caCertificate',
  'http_config.oauth2.tls_config.clientCertificate',
  'http_config.oauth2.tls_config.clientKey',
];
const REDACTED = '[REDACTED]';

type Settings = Record<string, unknown>;

/** As the provisioning API shows settings. */
export function redacted(settings: Settings): Settings {
  return present(settings).reduce((shown, place) => put(shown, place, REDACTED), settings);
}

/** A redacted value that comes back means "as it was". */
export function keepingSecrets(settings: Settings, stored: Settings | undefined): Settings {
  return SECRET_SETTINGS.filter((place) => at(settings, place) === REDACTED).reduce(
    (kept, place) => put(kept, place, at(stored, place)),
    settings
  );
}

/** As the app platform shows settings: secrets are only told to be there. */
export function splitSecrets(settings: Settings): { settings: Settings; secureFields?: Record<string, true> } {
  const secret = present(settings);
  return {
    settings: secret.reduce(without, settings),
    ...(secret.length ? { secureFields: Object.fromEntries(secret.map((name) => [name, true as const])) } : {}),
  };
}

/** Secrets named in `secureFields` are taken over from what is stored. */
export function mergeSecrets(settings: Settings, fields: unknown, stored: Settings | undefined): Settings {
  return SECRET_SETTINGS.filter(
    (place) => (fields as Settings | undefined)?.[place] && at(settings, place) === undefined
  ).reduce((merged, place) => put(merged, place, at(stored, place)), settings);
}

/** A test of a stored integration: every secret that it does not bring along is the stored one. */
export function withStoredSecrets(settings: Settings, stored: Settings): Settings {
  return mergeSecrets(settings, Object.fromEntries(present(stored).map((place) => [place, true])), stored);
}

const present = (settings: Settings) => SECRET_SETTINGS.filter((place) => at(settings, place));

function at(settings: Settings | undefined, place: string): unknown {
  return place.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), settings);
}

function put(settings: Settings, place: string, value: unknown): Settings {
  const [key = '', ...rest] = place.split('.');
  const inner = settings[key];
  return { ...settings, [key]: rest.length ? put(isRecord(inner) ? inner : {}, rest.join('.'), value) : value };
}

function without(settings: Settings, place: string): Settings {
  const [key = '', ...rest] = place.split('.');
  const { [key]: inner, ...others } = settings;
  return rest.length && isRecord(inner) ? { ...others, [key]: without(inner, rest.join('.')) } : others;
}

const isRecord = (value: unknown): value is Settings => typeof value === 'object' && value !== null;
