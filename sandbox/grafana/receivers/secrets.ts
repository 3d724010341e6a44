/** Settings of a webhook that Grafana keeps to itself; the URL is not one of them. */
const SECRET_SETTINGS = ['password', 'authorization_credentials'];
const REDACTED = '[REDACTED]';

type Settings = Record<string, unknown>;

/** As the provisioning API shows settings. */
export function redacted(settings: Settings): Settings {
  const shown = { ...settings };
  for (const name of SECRET_SETTINGS) {
    if (shown[name]) {
      shown[name] = REDACTED;
    }
  }
  return shown;
}

/** A redacted value that comes back means "as it was". */
export function keepingSecrets(settings: Settings, stored: Settings | undefined): Settings {
  const kept = { ...settings };
  for (const name of SECRET_SETTINGS) {
    if (kept[name] === REDACTED) {
      kept[name] = stored?.[name];
    }
  }
  return kept;
}

/** As the app platform shows settings: secrets are only told to be there. */
export function splitSecrets(settings: Settings): { settings: Settings; secureFields?: Record<string, true> } {
  const secret = SECRET_SETTINGS.filter((name) => settings[name]);
  const open = Object.entries(settings).filter(([name]) => !secret.includes(name));
  return {
    settings: Object.fromEntries(open),
    ...(secret.length ? { secureFields: Object.fromEntries(secret.map((name) => [name, true as const])) } : {}),
  };
}

/** Secrets named in `secureFields` are taken over from what is stored. */
export function mergeSecrets(settings: Settings, fields: unknown, stored: Settings | undefined): Settings {
  const merged = { ...settings };
  for (const name of SECRET_SETTINGS) {
    if ((fields as Settings | undefined)?.[name] && !(name in merged)) {
      merged[name] = stored?.[name];
    }
  }
  return merged;
}
