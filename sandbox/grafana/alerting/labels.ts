import { goPattern } from './goPattern';

export type Labels = Record<string, string>;

export interface Matcher {
  name: string;
  value: string;
  isEqual: boolean;
  isRegex: boolean;
}

const QUOTED = String.raw`"((?:[^"\\]|\\.)*)"`;
const TEXT_FORM = new RegExp(
  String.raw`^\s*(?:${QUOTED}|([^"=!~\s]+))\s*(=~|!~|!=|=)\s*(?:${QUOTED}|"?(.*?)"?)\s*$`,
  's'
);

/** A matcher written as text: `name="value"`, with =, !=, =~ or !~. */
export function parseMatcher(text: string): Matcher | undefined {
  const [, quotedName, bareName, operator, quotedValue, bareValue = ''] = TEXT_FORM.exec(text) ?? [];
  const name = quotedName === undefined ? bareName : unescaped(quotedName);
  if (name === undefined || operator === undefined) {
    return undefined;
  }
  return toMatcher(name, operator, quotedValue === undefined ? bareValue : unescaped(quotedValue));
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const unescaped = (text: string) =>
  text.replace(/\\(?:u(....)|(.))/gs, (_, code?: string, letter = '') =>
    code === undefined ? (ESCAPED[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16))
  );

export function toMatcher(name: string, operator: string, value: string): Matcher {
  return { name, value, isEqual: !operator.startsWith('!'), isRegex: operator.endsWith('~') };
}

const patterns = new Map<string, ReturnType<typeof goPattern>>();

/** Nothing matches what cannot be evaluated here; such policies are refused (docs/stand-ins.md). */
function isHit({ isRegex, value }: Matcher, actual: string): boolean {
  if (!isRegex) {
    return actual === value;
  }
  if (!patterns.has(value)) {
    patterns.set(value, goPattern(value));
  }
  return patterns.get(value)?.(actual) ?? false;
}

const matches = (matcher: Matcher, labels: Labels): boolean =>
  isHit(matcher, labels[matcher.name] ?? '') === matcher.isEqual;

export function matchesAll(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every((matcher) => matches(matcher, labels));
}

const OPERATORS = ['=', '!=', '=~', '!~'];
export const operatorOf = ({ isEqual, isRegex }: Matcher) =>
  `${isEqual ? (isRegex ? '=~' : '=') : isRegex ? '!~' : '!='}`;

/** As Go quotes a text. */
const quoted = (text: string) =>
  JSON.stringify(text).replace(
    /[\u0080-\u00a0\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  );

/** The form used in group keys: `name="value"`. */
export function matcherText(matcher: Matcher): string {
  const { name, value } = matcher;
  const isPlain = !/[\s{}!=~,\\"'`]/.test(name);
  const few = () => `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  return `${isPlain ? name : quoted(name)}${operatorOf(matcher)}${isPlain ? few() : quoted(value)}`;
}

/** The order in which Grafana keeps the matchers of a policy. */
export function inOrder(matchers: readonly Matcher[]): Matcher[] {
  const place = (matcher: Matcher) => OPERATORS.indexOf(operatorOf(matcher));
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...matchers].sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value) || place(a) - place(b));
}
