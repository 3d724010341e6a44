import { markText, realAlertMarkOf, REAL_ALERT_ANNOTATION } from './realAlertMark';

it('is read as it was written, also when a long name is cut at a character of two halves', () => {
  const by = `${'x'.repeat(99)}😀 and more`;
  const startedAt = Date.parse('2026-11-22T08:00:00Z');
  const mark = {
    startedAt,
    until: startedAt + 600_000,
    groupWait: 30,
    groupInterval: 300,
    connection: '49aa0f60fa',
    by,
  };
  const text = markText(mark);
  expect(encodeURIComponent(text)).toContain('x%F0%9F%98%80');
  expect(realAlertMarkOf({ annotations: { [REAL_ALERT_ANNOTATION]: text } })).toEqual({
    ...mark,
    by: `${'x'.repeat(99)}😀`,
  });
});
