import { t } from '@grafana/i18n';

/** Validates an address of a server: `true`, or what is wrong with it. */
export function addressProblem(text: string): true | string {
  const address = text.trim();
  if (!/^https?:\/\//i.test(address)) {
    return t('settings.address.scheme', 'The URL must start with https:// or http://.');
  }
  if (!URL.canParse(address)) {
    return t('settings.address.invalid', 'This is not a URL.');
  }
  const { username, password, search, hash } = new URL(address);
  if (username || password) {
    return t('settings.address.credentials', 'Remove the user name and password from the URL.');
  }
  if (search || hash) {
    return t('settings.address.query', 'Remove everything from ? or # on.');
  }
  return true;
}
