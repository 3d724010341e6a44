import { effectiveAccess } from './effectiveAccess';

test.each([
  ['proxy', 'Admin', 'proxy'],
  ['proxy', 'Editor', 'proxy'],
  ['proxy', 'Viewer', 'session'],
  ['proxy', 'None', 'session'],
  ['session', 'Admin', 'session'],
] as const)('configured for %s, a user of role %s goes by %s', (configured, role, way) => {
  expect(effectiveAccess(configured, role)).toBe(way);
});
