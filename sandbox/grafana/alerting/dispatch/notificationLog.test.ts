import { createNotificationLog } from './notificationLog';

const DAY_MS = 86_400_000;

test('what was sent is forgotten after 5 days, however long the repeat interval', () => {
  const log = createNotificationLog();
  log.record('group', { at: 0, firing: ['a'], resolved: [] });
  const isSentAt = (now: number) =>
    log.needsNotification(
      'group',
      { firing: ['a'], resolved: [] },
      { now, due: now, repeatMs: 30 * DAY_MS, sendResolved: true }
    );
  expect(isSentAt(5 * DAY_MS - 1)).toBe(false);
  expect(isSentAt(5 * DAY_MS + 1)).toBe(true);
});
