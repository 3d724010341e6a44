import { rememberToken } from '../connection/endpoint/knownSecrets';
import { withoutSecrets } from './masking';

test.each([
  [
    'Post "https:\\/\\/h.io\\/integrations\\/v1\\/mail\\/abcdefgh\\/": EOF',
    'Post "https:\\/\\/h.io\\/integrations\\/v1\\/mail\\/abc…\\/": EOF',
  ],
  [
    'https%3A%2F%2Fh.io%2Fintegrations%2Fv1%2Fmail%2Fabcdefgh%2Fheartbeat%2F',
    'https%3A%2F%2Fh.io%2Fintegrations%2Fv1%2Fmail%2Fabc…%2Fheartbeat%2F',
  ],
  ['token glsa_abcDEF123_9f refused', 'token glsa_… refused'],
  ['key=glsa%5fabcDEF123%5F9f', 'key=glsa_…'],
  ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer …'],
  ['Authorization=Basic%20dXNlcjpwYXNz', 'Authorization=Basic …'],
  ['nothing to hide', 'nothing to hide'],
])('%s', (text, masked) => {
  expect(withoutSecrets(text)).toBe(masked);
});

test('the token of an address that was read is masked where it stands alone', () => {
  rememberToken('KnownTokenOfAnAddress');
  expect(withoutSecrets('integration KnownTokenOfAnAddress not found')).toBe('integration Kno… not found');
});
