import { recordedStep } from '../../tests/support/recordings';
import { OLDEST_DOORS } from '../connection/plan/granted';
import type { ProxyCheck } from '../grafana/proxyCheck';
import { describeProxyCheck } from './describeProxyCheck';

const editors = recordedStep('12.4.0', 'state', 'user permissions (editor)').response.body as Record<string, string[]>;
const WORKS: ProxyCheck = { ok: true, role: 'Editor', beyondEditor: [], permissions: editors };
const address = 'http://localhost:3000';

test('an account with a role of its own, which hides where it belongs, is a warning', () => {
  const shown = describeProxyCheck(WORKS, { sameness: { kind: 'hidden' }, address, doors: OLDEST_DOORS });
  expect(shown).toMatchObject({ severity: 'warning', title: 'The service account works' });
  expect(shown.findings[0]).toEqual({
    kind: 'untold',
    text: 'Whether it belongs to this Grafana is unknown, because it lacks plugins.app:access, which the Editor role has.',
  });
});

test('without the name of the other organization the sentence does without', () => {
  const sameness = { kind: 'another', here: 'Main Org.', there: undefined } as const;
  const shown = describeProxyCheck(WORKS, { sameness, address, doors: OLDEST_DOORS });
  expect(shown).toMatchObject({
    severity: 'error',
    text: 'The token belongs to something else at http://localhost:3000, and not to this organization. Editors would see and change what is over there. Enter the URL of this Grafana and a token created in this organization.',
    findings: [],
  });
});

test('a single right that is lacking is a warning, and named', () => {
  const { 'alert.silences:write': _, 'alert.instances:write': __, ...permissions } = editors;
  const check: ProxyCheck = { ...WORKS, permissions };
  const shown = describeProxyCheck(check, { sameness: { kind: 'same' }, address, doors: OLDEST_DOORS });
  expect(shown.severity).toBe('warning');
  expect(shown.findings.filter(({ kind }) => kind !== 'may')).toEqual([
    { kind: 'mayNot', text: 'It cannot create or expire silences. Missing: alert.silences:write' },
  ]);
});
