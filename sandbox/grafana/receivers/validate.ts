/** What Grafana asks of an integration; the texts are its own. */

const REQUIRED: Record<string, string> = {
  webhook: 'url',
  email: 'addresses',
  oncall: 'url',
  'prometheus-alertmanager': 'url',
};

const OTHER_TYPES = new Set(
  (
    'dingding discord googlechat jira kafka line mqtt opsgenie pagerduty pushover sensugo slack sns teams telegram ' +
    'threema victorops webex wecom'
  ).split(' ')
);

interface Checked {
  name: string;
  uid: string;
  type: string;
  settings: Record<string, unknown>;
}

export function unknownType(type: string): string | undefined {
  return type in REQUIRED || OTHER_TYPES.has(type) ? undefined : `unknown integration type: ${type}`;
}

export function missingSetting({ name, uid, type, settings }: Checked): string | undefined {
  const field = REQUIRED[type];
  if (!field || settings[field]) {
    return undefined;
  }
  const what = type === 'email' ? 'could not find addresses in settings' : `required field '${field}' is not specified`;
  return `failed to validate integration "${name}" (UID ${uid}) of type "${type}": ${what}`;
}

export function invalidUid(uid: string): string | undefined {
  if (uid.length > 40) {
    return 'UID is longer than 40 symbols';
  }
  return /^[A-Za-z0-9_-]*$/.test(uid)
    ? undefined
    : "invalid format of UID. Only letters, numbers, '-' and '_' are allowed";
}
