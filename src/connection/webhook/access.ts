/** Settings of a webhook integration, by the names that Grafana gives them. */
export type Settings = Readonly<Record<string, unknown>>;

/** Secrets by the place of their setting, for example `tlsConfig.clientKey`. */
export type Secrets = Readonly<Record<string, string>>;

/**
 * What a webhook carries besides its address, so that it gets past whatever stands in front of IRM. Names as Grafana's
 * webhook integration has them (docs/facts.md#contact-points).
 */
const KEYS = {
  signIn: ['username', 'password', 'authorization_scheme', 'authorization_credentials'],
  headers: ['headers'],
  tls: ['tlsConfig'],
  signature: ['hmacConfig'],
  oauth2: ['http_config'],
} as const;

export type AccessPart = keyof typeof KEYS;
export const ACCESS_PARTS: readonly AccessPart[] = ['signIn', 'headers', 'tls', 'signature', 'oauth2'];

/** Grafana shows this in place of a stored secret, and takes it back as "as it was" (docs/facts.md#contact-points). */
export const STORED_SECRET = '[REDACTED]';

const TLS_SECRETS = ['caCertificate', 'clientCertificate', 'clientKey'];

/** What Grafana keeps to itself (docs/facts.md#contact-points). */
const SECRETS: readonly string[] = [
  'password',
  'authorization_credentials',
  ...TLS_SECRETS.map((name) => `tlsConfig.${name}`),
  'hmacConfig.secret',
  'http_config.oauth2.client_secret',
  ...TLS_SECRETS.map((name) => `http_config.oauth2.tls_config.${name}`),
];

/** The part of a webhook's settings that is its access. */
export function accessOf(settings: Settings): Settings {
  return Object.assign({}, ...ACCESS_PARTS.map((part) => partOf(settings, part)));
}

/** Whether settings hold anything of that part; empty texts and switches that are off are nothing. */
export const has = (settings: Settings, part: AccessPart): boolean => isSomething(partOf(settings, part));

/** Settings with another access; all else stays. */
export function withAccess(settings: Settings, access: Settings): Settings {
  const keys: readonly string[] = ACCESS_PARTS.flatMap((part) => KEYS[part]);
  const others = Object.entries(settings).filter(([key]) => !keys.includes(key));
  return { ...Object.fromEntries(others), ...accessOf(access) };
}

/** Places of the secrets that are stored and cannot be read. */
export const storedSecrets = (settings: Settings): string[] =>
  SECRETS.filter((place) => at(settings, place) === STORED_SECRET);

/** Settings with the placeholders of secrets that are stored in these places. */
export const asStored = (settings: Settings, places: readonly string[]): Settings =>
  places.reduce((shown, place) => put(shown, place, STORED_SECRET), settings);

/** Settings as Grafana would show them: entered secrets become placeholders. */
export const withoutSecrets = (settings: Settings): Settings =>
  SECRETS.reduce(
    (shown, place) => (isSomething(at(shown, place)) ? put(shown, place, STORED_SECRET) : shown),
    settings
  );

/** Whether settings hold a secret that was entered, which Grafana's answers cannot be compared with. */
export const hasEnteredSecret = (settings: Settings): boolean =>
  SECRETS.some((place) => isSomething(at(settings, place)) && at(settings, place) !== STORED_SECRET);

/**
 * What the heartbeat contact point is to carry: its own, and every part that it lacks from the alerts' contact point. A
 * secret stored there cannot be read, so it has to be entered; `missing` tells the places of those that were not.
 */
export function carryOver(from: Settings, to: Settings, entered: Secrets): { settings: Settings; missing: string[] } {
  const parts = ACCESS_PARTS.filter((part) => has(from, part) && !has(to, part));
  const copied = parts.reduce<Settings>((all, part) => ({ ...all, ...partOf(from, part) }), {});
  const filled = storedSecrets(copied).reduce(
    (all, place) => (entered[place] ? put(all, place, entered[place]) : all),
    copied
  );
  return { settings: { ...to, ...filled }, missing: storedSecrets(filled) };
}

/** One part as text for people, without any secret or value of a header. */
export function accessText(settings: Settings, part: AccessPart): string {
  if (!has(settings, part)) {
    return '';
  }
  if (part === 'signIn') {
    const { username, password, authorization_scheme: scheme } = settings;
    return isSomething(username) || isSomething(password) ? `Basic ${text(username)}`.trim() : text(scheme) || 'Bearer';
  }
  const [key] = KEYS[part];
  const value = settings[key];
  const entries = isRecord(value) ? Object.entries(value).filter(([, one]) => isSomething(one)) : [];
  return entries.map(([name]) => name).join(', ');
}

/** The settings of one part, as they are. */
export function partOf(settings: Settings, part: AccessPart): Settings {
  const keys: readonly string[] = KEYS[part];
  return Object.fromEntries(keys.filter((key) => key in settings).map((key) => [key, settings[key]]));
}

function at(settings: Settings, place: string): unknown {
  return place.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), settings);
}

function put(settings: Settings, place: string, value: string): Settings {
  const [key = '', ...rest] = place.split('.');
  const inner = settings[key];
  return { ...settings, [key]: rest.length === 0 ? value : put(isRecord(inner) ? inner : {}, rest.join('.'), value) };
}

/** Settings without the one at that place. */
export function without(settings: Settings, place: string): Settings {
  const [key = '', ...rest] = place.split('.');
  const { [key]: inner, ...others } = settings;
  return rest.length > 0 && isRecord(inner) ? { ...others, [key]: without(inner, rest.join('.')) } : others;
}

const isRecord = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isSomething(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value) ? Object.values(value).some(isSomething) : Boolean(value);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
