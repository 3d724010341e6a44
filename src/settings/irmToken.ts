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
      'This is the token of a Cloud access policy (glc_), which IRM does not take. It takes the token of a service account (glsa_).'
    );
  }
  const isServiceAccount = token.startsWith('glsa_');
  if (credential === 'serviceAccount' && !isServiceAccount) {
    return t(
      'settings.irm.token.not-service-account',
      'The token of a service account begins with glsa_. If this is an OnCall API key, choose that kind above.'
    );
  }
  if (credential === 'apiKey' && isServiceAccount) {
    return t(
      'settings.irm.token.not-api-key',
      'This is the token of a service account: it begins with glsa_. Choose that kind above.'
    );
  }
  return true;
}
