import fc from 'fast-check';
import { compileTemplate, signals } from './template';

const payload = {
  groupKey: '{}:{alertname="X"}',
  status: 'resolved',
  state: 'ok',
  alerts: [{ labels: { job: 'db' } }],
};

test.each([
  ['{{ payload.groupKey }}', '{}:{alertname="X"}'],
  ["{{ payload.status == 'resolved' }}", 'True'],
  ['{{ payload.status != "resolved" }}', 'False'],
  ['{{ payload.get("state", "").upper() == "OK" }}', 'True'],
  ['{{ payload.get("nothing", "") or "else" }}', 'else'],
  ['{{ payload.alerts[0].labels.job }} and {{ payload["state"] | upper }}', 'db and OK'],
  ['{{ payload.nothing.deeper }}', ''],
  ['{{ payload.nothing | default("none given") }}', 'none given'],
  ['{{ "yes" if "status" in payload and not payload.nothing else "no" }}', 'yes'],
  ['Incident', 'Incident'],
])('%s gives %s', (source, result) => {
  expect(compileTemplate(source)?.(payload)).toBe(result);
});

test.each([
  '{{ payload',
  '{{ }}',
  '{{ payload. }}',
  '{{ 1 + 1 }}',
  '{% if payload %}x{% endif %}',
  'x }}',
  '{{ payload | tojson }}',
])('%s is refused', (source) => {
  expect(compileTemplate(source)).toBeUndefined();
});

test('any text either compiles and renders, or is refused; nothing throws', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    'payload',
    '.',
    'get',
    '(',
    ')',
    '"a"',
    '==',
    ' or ',
    '|',
    'upper',
    '[',
    ']',
    'x'
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.jsonValue(), (parts, value) => {
      const template = compileTemplate(parts.join(''));
      expect(template === undefined || typeof template(value) === 'string').toBe(true);
    })
  );
});

test('a signal is on for true, 1 and ok', () => {
  expect([' True ', '1', 'OK', 'False', '', 'resolved'].map(signals)).toEqual([true, true, true, false, false, false]);
});
