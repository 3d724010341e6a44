import { t } from '@grafana/i18n';
import type { IrmCredential } from '../grafana/irmAddresses';

/**
 * A token as IRM takes it, out of what was pasted: it goes into the `Authorization` header alone, and IRM refuses
 * "Bearer" in front of it (oncall-2026-01/01-health-info-auth.json, "integrations Bearer prefix").
 */
export function cleanToken(pasted: string): string {
  const text = pasted
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/^\s*authorization:\s*/i, '')
    .replace(/^\s*(bearer|token)\s+/i, '');
  return text.replace(/\s+/g, '');
}

/** `true`, or why a pasted token cannot be of the chosen kind. */
export function irmTokenProblem(pasted: string, credential: IrmCredential): true | string {
  const token = cleanToken(pasted);
  if (token === '') {
    return t('settings.irm.token.missing', 'Paste a token.');
  }
  if (token.startsWith('glc_')) {
    return t(
      'settings.irm.token.access-policy',
      'This is a Cloud access policy token (glc_), which IRM does not accept. Use a service account token (glsa_).'
    );
  }
  const isServiceAccount = token.startsWith('glsa_');
  if (credential === 'serviceAccount' && !isServiceAccount) {
    return t(
      'settings.irm.token.not-service-account',
      'Service account tokens start with glsa_. If this is an OnCall API key, select that type above.'
    );
  }
  if (credential === 'apiKey' && isServiceAccount) {
    return t('settings.irm.token.not-api-key', 'This is a service account token (glsa_). Select that type above.');
  }
  return true;
}
