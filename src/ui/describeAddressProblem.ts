import { t } from '@grafana/i18n';
import type { EndpointProblem } from '../connection/endpoint/readAddress';

type AddressProblem = Exclude<EndpointProblem, 'heartbeatAddress'>;

/** Why a text is no address of an IRM integration, neither for alerts nor for heartbeats, and what to do. */
export function describeAddressProblem(problem: AddressProblem): string {
  return PROBLEMS[problem]();
}

const PROBLEMS: Record<AddressProblem, () => string> = {
  empty: () => t('ui.address.empty', 'Paste the URL from IRM.'),
  schemeMissing: () => t('ui.address.scheme-missing', 'The URL must start with https:// or http://.'),
  schemeNotHttp: () => t('ui.address.scheme-other', 'IRM URLs start with https://.'),
  notAnAddress: () =>
    t(
      'ui.address.not-an-address',
      "This is not a URL. Copy it from the integration's page in IRM, from https:// to the trailing slash."
    ),
  commandLine: () => t('ui.address.command-line', 'This is a command. Only the URL in it is needed.'),
  severalAddresses: () => t('ui.address.several', 'This text contains several URLs. Paste only one.'),
  wrapped: () =>
    t(
      'ui.address.wrapped',
      'A mail scanner or search engine wrapped this URL in its own link. If the original is not offered here, copy it from IRM.'
    ),
  encoded: () => t('ui.address.encoded', 'This URL is percent-encoded, and Grafana would not understand it.'),
  credentialsInAddress: () =>
    t('ui.address.credentials', 'The URL contains a user name or password. Copy it from IRM again, where it has none.'),
  browserAddress: () => t('ui.address.browser', 'This is a browser URL. Copy the URL that contains /integrations/v1/.'),
  apiAddress: () =>
    t(
      'ui.address.api',
      "This is an API URL, which accepts no alerts. Copy the URL from the integration's page in IRM."
    ),
  tokenMissing: () =>
    t(
      'ui.address.token-missing',
      'The URL is incomplete: the token after the type is missing. Use the copy button in IRM.'
    ),
  tokenUnusable: () =>
    t('ui.address.token-unusable', 'The token in this URL is shortened or masked. Use the copy button in IRM.'),
  notAnIntegration: () =>
    t(
      'ui.address.not-an-integration',
      'This is not the URL of an IRM integration, which looks like .../integrations/v1/alertmanager/TOKEN/.'
    ),
};
