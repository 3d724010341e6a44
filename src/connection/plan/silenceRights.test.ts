import { missingSilenceRights } from './silenceRights';

const matcher = { name: 'irm_heartbeat', value: 'x', isEqual: true, isRegex: false };
const general = { matchers: [matcher] };
const ofRule = { matchers: [{ ...matcher, name: '__alert_rule_uid__' }] };
const holding = (held: string) => (action: string) => action === held;

it('takes rights on silences for one of a single rule only', () => {
  const granted = holding('alert.silences:write');
  expect(missingSilenceRights(granted, ofRule)).toEqual([]);
  expect(missingSilenceRights(granted, general)).toEqual(['alert.instances:write']);
});

it('takes rights on instances for every silence', () => {
  const granted = holding('alert.instances:write');
  expect([general, ofRule].map((silence) => missingSilenceRights(granted, silence))).toEqual([[], []]);
});

it('leaves it open while it is not known which silence it is', () => {
  expect(missingSilenceRights(holding('alert.silences:write'))).toEqual([]);
  expect(missingSilenceRights(() => false)).toEqual(['alert.silences:write']);
});
