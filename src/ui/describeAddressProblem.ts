import { t } from '@grafana/i18n';
import type { EndpointProblem } from '../connection/endpoint/readAddress';

type AddressProblem = Exclude<EndpointProblem, 'heartbeatAddress'>;

/** Why a text is no address of an IRM integration, neither for alerts nor for heartbeats, and what to do. */
export function describeAddressProblem(problem: AddressProblem): string {
  return PROBLEMS[problem]();
}

const PROBLEMS: Record<AddressProblem, () => string> = {
  empty: () => t('ui.address.empty', 'Paste the address from IRM.'),
  schemeMissing: () => t('ui.address.scheme-missing', 'The address lacks http:// or https:// at its start.'),
  schemeNotHttp: () =>
    t('ui.address.scheme-other', 'Addresses of IRM begin with https://. This one is of another kind.'),
  notAnAddress: () =>
    t(
      'ui.address.not-an-address',
      'This is not an address. Copy it from the page of the integration in IRM, from https:// to the slash at its end.'
    ),
  commandLine: () => t('ui.address.command-line', 'This is a command line. Only the address in it is needed.'),
  severalAddresses: () => t('ui.address.several', 'There are several addresses in this text. Paste only one.'),
  wrapped: () =>
    t(
      'ui.address.wrapped',
      'A mail scanner or search engine put a link of its own around this address. Only the address inside is needed; if none is offered here, copy it from IRM itself.'
    ),
  encoded: () => t('ui.address.encoded', 'This address is percent-encoded, and Grafana would not understand it.'),
  credentialsInAddress: () =>
    t(
      'ui.address.credentials',
      'The address holds a user name or password. IRM gives out addresses without; copy it there again.'
    ),
  browserAddress: () =>
    t(
      'ui.address.browser',
      'This is the address of a page for people. Open that page in IRM and copy the address shown on it; it contains /integrations/v1/.'
    ),
  apiAddress: () =>
    t(
      'ui.address.api',
      "This is an address of an API, which takes no alerts. Copy the address from the integration's page in IRM."
    ),
  tokenMissing: () =>
    t(
      'ui.address.token-missing',
      'The end of the address is missing: after the type there must be a token. Copy the address with its copy button.'
    ),
  tokenUnusable: () =>
    t(
      'ui.address.token-unusable',
      'The token in this address was shortened or masked. Copy the address with its copy button, not from the screen.'
    ),
  notAnIntegration: () =>
    t(
      'ui.address.not-an-integration',
      'This address is not that of an IRM integration, which reads .../integrations/v1/alertmanager/TOKEN/.'
    ),
};
