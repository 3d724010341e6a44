import { t } from '@grafana/i18n';

/** A secret of a webhook, known by the place of its setting, as Grafana's form calls it. */
export function secretName(place: string): string {
  return NAMES[place]?.() ?? place;
}

const NAMES: Readonly<Record<string, () => string>> = {
  password: () => t('ui.secret.password', 'password'),
  authorization_credentials: () => t('ui.secret.credentials', 'Authorization header credentials'),
  'tlsConfig.caCertificate': () => t('ui.secret.ca-certificate', 'CA certificate'),
  'tlsConfig.clientCertificate': () => t('ui.secret.client-certificate', 'client certificate'),
  'tlsConfig.clientKey': () => t('ui.secret.client-key', 'client key'),
  'hmacConfig.secret': () => t('ui.secret.hmac', 'HMAC secret'),
  'http_config.oauth2.client_secret': () => t('ui.secret.oauth2', 'client secret'),
};
