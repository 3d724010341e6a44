import { alwaysFiring, contactPoint, testEngine } from '../testEngine';

test('two policies with the same matchers both send, where the first continues', async () => {
  const object_matchers: Array<[string, string, string]> = [['team', '=', 'a']];
  const timing = { group_wait: '0s', object_matchers };
  const routes = [
    { receiver: 'hb', ...timing, continue: true },
    { receiver: 'pager', ...timing },
  ];
  const engine = testEngine({ policies: { receiver: 'empty', routes } });
  engine.contactPoints.push(contactPoint('pager'));
  engine.rules.put(alwaysFiring('disk', { labels: { team: 'a' }, notificationSettings: undefined }));
  await engine.clock.advance(90_000);
  engine.stop();
  expect(engine.arrivals.map(({ url }) => url)).toEqual(['http://target.example/hb/', 'http://target.example/pager/']);
});
