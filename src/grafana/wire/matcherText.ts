import type { LabelMatcher } from '../../connection/policies/types';

const OPERATORS = ['=', '!=', '=~', '!~'] as const;

/** Of which nothing is certain. */
const UNREADABLE: LabelMatcher = { name: '', operator: '=', value: '' };

export function matcher(name: string, operator: string, value: string): LabelMatcher {
  const known = OPERATORS.find((one) => one === operator);
  return known ? { name, operator: known, value } : UNREADABLE;
}

const QUOTED = String.raw`"((?:[^"\\]|\\.)*)"`;
const BARE = String.raw`[^\s{}!=~,\\"'\`]+`;
const FORM = new RegExp(
  String.raw`^[ \t\r\n]*(?:${QUOTED}|(${BARE}))[ \t\r\n]*(=~|!~|!=|=)[ \t\r\n]*(?:${QUOTED}|([^\s{},\\"'\`]*))[ \t\r\n]*$`,
  's'
);

/**
 * Reads `name="value"`, the older writing of a matcher. Grafana shows a name that has more than letters in quotation
 * marks, and then the value with all of Go's escapes; otherwise with those of `\`, `"` and line ends alone.
 */
export function matcherFromText(text: string): LabelMatcher {
  const [, quotedName, bareName, operator = '', quotedValue, bareValue = ''] = FORM.exec(text) ?? [];
  const name = quotedName === undefined ? bareName : unescaped(quotedName, GO_ESCAPE);
  const escapes = quotedName === undefined ? FEW_ESCAPES : GO_ESCAPE;
  const value = quotedValue === undefined ? bareValue : unescaped(quotedValue, escapes);
  return name === undefined || value === undefined ? UNREADABLE : matcher(name, operator, value);
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ '\\': '\\', '"': '"', n: '\n' },
  ...{ a: '\u0007', b: '\b', f: '\f', r: '\r', t: '\t', v: '\v' },
};

const FEW_ESCAPES = /^[\\"n]$/;
// A byte from 80 on is part of a character at most.
const GO_ESCAPE = /^(?:[\\"nabfrtv]|x[0-7][\da-f]|u[\da-f]{4}|U00(?:0[\da-f]|10)[\da-f]{4})$/;

/** Undefined where an escape is not among those allowed. */
function unescaped(text: string, allowed: RegExp): string | undefined {
  let isKnown = true;
  const plain = text.replace(/\\(x..|u.{4}|U.{8}|.)/gs, (_, escape: string) => {
    isKnown &&= allowed.test(escape);
    return isKnown ? (CHARACTERS[escape] ?? String.fromCodePoint(Number.parseInt(escape.slice(1), 16))) : '';
  });
  return isKnown ? plain : undefined;
}
