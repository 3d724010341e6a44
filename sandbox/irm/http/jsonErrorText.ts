/** Words a JSON syntax error as the real engine's language does, for the commonest of them. */
export function jsonErrorText(source: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const found = /at position (\d+)/.exec(message);
  const position = found ? Number(found[1]) : message.includes('end of JSON') ? source.length : 0;
  const before = source.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  return `${reason(message)}: line ${line} column ${column} (char ${position})`;
}

function reason(message: string): string {
  if (message.includes('property name')) {
    return 'Expecting property name enclosed in double quotes';
  }
  if (message.includes("',' or")) {
    return "Expecting ',' delimiter";
  }
  return message.includes('non-whitespace') ? 'Extra data' : 'Expecting value';
}
