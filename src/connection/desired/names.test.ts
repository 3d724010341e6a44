import { bytesOf, LONGEST_TITLE, suggestContactPointName, suggestHeartbeatName } from './names';

describe('names', () => {
  it.each([
    ['Production', [], 'IRM Production'],
    ['  Production \n EU ', [], 'IRM Production EU'],
    ['Our IRM', [], 'Our IRM'],
    ['Affirmation', [], 'IRM Affirmation'],
    ['', [], 'Grafana IRM'],
    ['', ['Grafana IRM'], 'Grafana IRM 2'],
    ['Production', ['irm production', 'IRM Production 2'], 'IRM Production 3'],
  ])('of the integration %p beside %j is %p', (title, taken, name) => {
    expect(suggestContactPointName(title, taken)).toBe(name);
  });

  it('leave room for a rule title, which Grafana counts in bytes', () => {
    const name = suggestContactPointName('é'.repeat(190), []);
    expect(bytesOf(suggestHeartbeatName(name, [`${name} heartbeat`]))).toBeLessThanOrEqual(LONGEST_TITLE);
  });

  it('are cut at 100 bytes, between characters', () => {
    const name = suggestContactPointName('🚒'.repeat(500), []);
    expect(name).toBe(`IRM ${'🚒'.repeat(24)}`);
  });

  it('of a heartbeat never equal that of the alert contact point', () => {
    expect(suggestHeartbeatName('IRM A', ['IRM A heartbeat'])).toBe('IRM A heartbeat 2');
  });
});
