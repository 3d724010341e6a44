import { t } from '@grafana/i18n';

/** Validates an address of a server: `true`, or what is wrong with it. */
export function addressProblem(text: string): true | string {
  const address = text.trim();
  if (!/^https?:\/\//i.test(address)) {
    return t('settings.address.scheme', 'Enter an address that begins with https:// or http://.');
  }
  if (!URL.canParse(address)) {
    return t('settings.address.invalid', 'This is not a web address.');
  }
  const { username, password, search, hash } = new URL(address);
  if (username || password) {
    return t('settings.address.credentials', 'Leave user name and password out of the address.');
  }
  if (search || hash) {
    return t('settings.address.query', 'Leave out everything from the question mark or number sign on.');
  }
  return true;
}
