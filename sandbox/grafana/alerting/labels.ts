export type Labels = Record<string, string>;

export interface Matcher {
  name: string;
  value: string;
  isEqual: boolean;
  isRegex: boolean;
}

const TEXT_FORM = /^\s*"?([^"=!~\s]+)"?\s*(=~|!~|!=|=)\s*"?(.*?)"?\s*$/s;

/** A matcher written as text: `name="value"`, with =, !=, =~ or !~. */
export function parseMatcher(text: string): Matcher | undefined {
  const found = TEXT_FORM.exec(text);
  const [, name, operator, value] = found ?? [];
  if (name === undefined || operator === undefined) {
    return undefined;
  }
  return toMatcher(name, operator, value ?? '');
}

export function toMatcher(name: string, operator: string, value: string): Matcher {
  return { name, value, isEqual: !operator.startsWith('!'), isRegex: operator.endsWith('~') };
}

function matches(matcher: Matcher, labels: Labels): boolean {
  const actual = labels[matcher.name] ?? '';
  const hit = matcher.isRegex ? new RegExp(`^(?:${matcher.value})$`).test(actual) : actual === matcher.value;
  return hit === matcher.isEqual;
}

export function matchesAll(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every((matcher) => matches(matcher, labels));
}

/** The form used in group keys: `name="value"`. */
export function matcherText({ name, value, isEqual, isRegex }: Matcher): string {
  const operator = isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!=';
  return `${name}${operator}${JSON.stringify(value)}`;
}
