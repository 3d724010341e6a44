import { accessOf, has, partOf, storedSecrets, type Settings } from '../../connection/webhook/access';

/** Texts of secrets are empty until somebody enters them; what is stored then stays. */
export interface AccessValues {
  signIn: 'none' | 'basic' | 'header';
  username: string;
  password: string;
  scheme: string;
  credentials: string;
  /** One header a line, `Name: value`. */
  headers: string;
  skipVerify: boolean;
  caCertificate: string;
  clientCertificate: string;
  clientKey: string;
}

export const TLS_FIELDS = ['caCertificate', 'clientCertificate', 'clientKey'] as const;
/** Fields that hold nothing but what somebody just entered. */
export const SECRET_FIELDS = ['password', 'credentials', ...TLS_FIELDS] as const;

const NOTHING_ENTERED: Readonly<Record<(typeof SECRET_FIELDS)[number], string>> = {
  password: '',
  credentials: '',
  caCertificate: '',
  clientCertificate: '',
  clientKey: '',
};

export function accessValuesOf(settings: Settings): AccessValues {
  return {
    ...NOTHING_ENTERED,
    signIn: signInOf(settings),
    username: text(settings['username']),
    scheme: text(settings['authorization_scheme']) || 'Bearer',
    headers: headersText(settings['headers']),
    skipVerify: record(settings['tlsConfig'])['insecureSkipVerify'] === true,
  };
}

/** Which secrets of the form are stored already, so that an empty field keeps them. */
export function storedFields(settings: Settings): ReadonlyArray<keyof AccessValues> {
  const places = storedSecrets(settings);
  return SECRET_FIELDS.filter((field) =>
    places.includes(
      field === 'credentials' ? 'authorization_credentials' : field === 'password' ? field : `tlsConfig.${field}`
    )
  );
}

/** The access that the form asks for; what it has no fields for stays as it is stored. */
export function accessFrom(values: AccessValues, stored: Settings): Settings {
  const { headers, tlsConfig, ...others } = accessOf(stored);
  const signIn = partOf(stored, 'signIn');
  const rest = Object.fromEntries(Object.entries(others).filter(([key]) => !(key in signIn)));
  return {
    ...rest,
    ...(values.signIn !== 'none' && signInFrom(values, signInOf(stored) === values.signIn ? signIn : {})),
    ...headersFrom(values.headers, headers),
    ...tlsFrom(values, tlsConfig),
  };
}

export type AccessProblem =
  'usernameMissing' | 'passwordMissing' | 'credentialsMissing' | 'headerForm' | 'headerNotAllowed';

/** What keeps the form from being used, by the field that shows it. */
export type AccessProblems = Partial<Record<keyof AccessValues, AccessProblem>>;

export function accessProblems(values: AccessValues, stored: Settings): AccessProblems {
  const kept = storedFields(stored);
  const { signIn } = values;
  const lines = linesOf(values.headers);
  return {
    ...(signIn === 'basic' && values.username.trim() === '' && { username: 'usernameMissing' }),
    ...(signIn === 'basic' && !values.password && !kept.includes('password') && { password: 'passwordMissing' }),
    ...(signIn === 'header' &&
      !values.credentials &&
      !kept.includes('credentials') && { credentials: 'credentialsMissing' }),
    ...(lines.some((line) => NOT_ALLOWED.test(line)) && { headers: 'headerNotAllowed' }),
    ...(lines.some((line) => !HEADER.test(line)) && { headers: 'headerForm' }),
  };
}

const HEADER = /^[\w!#$%&'*+.^`|~-]+:\s*\S/;
/** Grafana refuses these among others (docs/facts.md#contact-points). */
const NOT_ALLOWED =
  /^(authorization|proxy-authorization|host|cookie|user-agent|content-length|connection|origin|referer)\s*:/i;

function signInOf(settings: Settings): AccessValues['signIn'] {
  if (text(settings['username']) || text(settings['password'])) {
    return 'basic';
  }
  return has(settings, 'signIn') ? 'header' : 'none';
}

function signInFrom({ signIn, username, password, scheme, credentials }: AccessValues, stored: Settings): Settings {
  return signIn === 'basic'
    ? { ...stored, username: username.trim(), ...(password && { password }) }
    : {
        ...stored,
        ...((scheme.trim() || 'Bearer') !== (text(stored['authorization_scheme']) || 'Bearer') ||
        !('authorization_credentials' in stored)
          ? { authorization_scheme: scheme.trim() || 'Bearer' }
          : {}),
        ...(credentials && { authorization_credentials: credentials }),
      };
}

function headersFrom(entered: string, stored: unknown): Settings {
  if (entered === headersText(stored)) {
    return stored === undefined ? {} : { headers: stored };
  }
  const entries = linesOf(entered).map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  });
  return entries.length > 0 ? { headers: Object.fromEntries(entries) } : {};
}

function tlsFrom(values: AccessValues, stored: unknown): Settings {
  const entered = Object.fromEntries(TLS_FIELDS.flatMap((field) => (values[field] ? [[field, values[field]]] : [])));
  const before = record(stored);
  const isSame = values.skipVerify === (before['insecureSkipVerify'] === true) && Object.keys(entered).length === 0;
  if (isSame) {
    return stored === undefined ? {} : { tlsConfig: stored };
  }
  return { tlsConfig: { ...before, ...entered, insecureSkipVerify: values.skipVerify } };
}

const headersText = (headers: unknown) =>
  Object.entries(record(headers))
    .map(([name, value]) => `${name}: ${text(value)}`)
    .join('\n');

const linesOf = (headers: string) =>
  headers
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const record = (value: unknown): Settings =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
