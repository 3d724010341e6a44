import { unknownReceivers } from './unknownReceivers';
import { storedPolicy as policy } from './testing/storedPolicy';

test('names of policies that no contact point has, at any depth, each once', () => {
  const root = policy('mail', policy('old'), policy('pages', policy('old'), policy('older')));
  expect(unknownReceivers(root, ['mail', 'pages'])).toEqual(['old', 'older']);
  expect(unknownReceivers(root, ['mail', 'pages', 'old', 'older'])).toEqual([]);
});

test('a policy that takes over the contact point of the one above names nothing', () => {
  expect(unknownReceivers(policy('mail', policy('')), ['mail'])).toEqual([]);
});
