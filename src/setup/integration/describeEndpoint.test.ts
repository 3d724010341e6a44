import { describeNote, describeProblem } from './describeEndpoint';

test('an address of the machine itself is surely wrong where Grafana runs elsewhere, and may be right here', () => {
  expect(describeNote('thisMachine', true)).toEqual({
    severity: 'warning',
    title: 'This address leads to the machine of Grafana, not to yours',
    text: 'Grafana sends the messages, and it runs on another machine than your browser. Use a name or IP address under which that machine reaches IRM.',
  });
  expect(describeNote('thisMachine', false)).toMatchObject({
    severity: 'info',
    title: 'This address works only where Grafana runs outside of a container',
  });
});

test('a wrapped and an encoded address say what they are', () => {
  expect(describeProblem('wrapped')).toBe(
    'A mail scanner or search engine wrapped this URL in its own link. If the original is not offered here, copy it from IRM.'
  );
  expect(describeProblem('encoded')).toBe('This URL is percent-encoded, and Grafana would not understand it.');
});
