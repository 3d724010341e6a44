import { normalise } from './normalise';

test('what differs from run to run becomes its form', () => {
  expect(
    normalise({
      accessErrorId: 'ACE2279940346',
      updated: '2026-11-22T04:19:12Z',
      lastNotifyAttempt: '0001-01-01T00:00:00.000Z',
      lastNotifyAttemptDuration: '1ms',
      id: 12,
      error: 'dial tcp: lookup irm.invalid on 10.255.255.53:53: no such host',
    })
  ).toEqual({
    accessErrorId: '<access error>',
    updated: '<time>',
    lastNotifyAttempt: '0001-01-01T00:00:00.000Z',
    lastNotifyAttemptDuration: '<duration>',
    id: '<number>',
    error: 'dial tcp: lookup irm.invalid on <server>:53: no such host',
  });
});

test('ids are told in the order of their keys', () => {
  const seen: string[] = [];
  normalise({ silenceID: '87293846-8399-44cb-8a59-314c48b61759', created: ['cg51a66we3saoa'] }, (id) => seen.push(id));
  expect(seen).toEqual(['cg51a66we3saoa', '87293846-8399-44cb-8a59-314c48b61759']);
});

test('what a person chose stays', () => {
  const chosen = { uid: 'irm-a-heartbeat', name: 'IRM A', status: 'failed', interval: 60 };
  expect(normalise(chosen)).toEqual(chosen);
});

test('scopes of a permission are a set', () => {
  expect(normalise({ 'folders:read': ['b', 'a', 'b'] })).toEqual({ 'folders:read': ['a', 'b'] });
});
