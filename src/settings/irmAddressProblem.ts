import { t } from '@grafana/i18n';
import { isLoopback } from '../connection/endpoint/isLoopback';
import { apiBase } from '../grafana/irmAddresses';
import { addressProblem } from './addressProblem';

/** `true`, or what is wrong with the address of IRM's API; none at all is right as well. */
export function apiAddressProblem(text: string): true | string {
  const address = apiBase(text);
  if (address === '') {
    return true;
  }
  const problem = addressProblem(address);
  if (problem === true && /\/a\/grafana-(irm|oncall)-app/i.test(address)) {
    return t(
      'settings.irm.api-url.page',
      'This is a page in Grafana. IRM shows its API URL under Settings > Admin & API.'
    );
  }
  return problem;
}

/** `true`, or what is wrong with the address of a stack; that of one of its pages, query included, is shortened. */
export function stackAddressProblem(text: string): true | string {
  return text.trim() === ''
    ? t('settings.irm.stack.missing', 'Enter the URL of the stack that the service account belongs to.')
    : addressProblem(text.replace(/[?#].*$/, ''));
}

/** Whether what is sent to an address can be read on its way. */
export function isSentInTheClear(address: string): boolean {
  const text = address.trim();
  return URL.canParse(text) && new URL(text).protocol === 'http:' && !isLoopback(new URL(text).hostname);
}
