/** The classes of POSIX, which Go reads within brackets. */
const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: String.raw`\x00-\x7f`,
  blank: String.raw`\t `,
  cntrl: String.raw`\x00-\x1f\x7f`,
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: String.raw`!-\/:-@\[-\x60\{-~`,
  space: String.raw`\t\n\v\f\r `,
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};
const POSIX_CLASS = String.raw`\[:(${Object.keys(POSIX).join('|')}):\]`;

/** What Grafana, in Go, writes otherwise than JavaScript; the rest is alike, or not evaluated here. */
const TOKEN = new RegExp(
  [
    String.raw`(?<dot>\.)`,
    String.raw`(?<named>\(\?P<)`,
    String.raw`(?<flags>\(\?[a-zA-Z-]+[:)])`,
    String.raw`(?<start>\\A)|(?<end>\\z)`,
    String.raw`\\(?<unicode>[pP])(?:(?<letter>[A-Z])|\{(?<script>[A-Z][a-z_]+)\})`,
    String.raw`(?<space>\\s)|(?<notSpace>\\S)`,
    String.raw`(?<escape>\\[dDwWbBtnrfv]|\\x[\da-fA-F]{2})`,
    String.raw`\\(?<sign>[!-/:-@[-\x60{-~])`,
    String.raw`(?<count>[*+?]\??|\{(?:0|[1-9]\d{0,2}|1000)(?:,(?:0|[1-9]\d{0,2}|1000)?)?\}\??)`,
    String.raw`(?<class>\[(?!\^?\])\^?(?:[^\][\\]|(?<!-)${POSIX_CLASS}(?!-[^\]])|\\[dDwWtnrfv]|\\[!-/:-@[-\x60{-~])+\])`,
    String.raw`(?<brace>\{(?!(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\}))`,
    String.raw`(?<group>\((?:\?:)?(?!\?)|[)|])`,
    String.raw`(?<lineStart>\^)|(?<lineEnd>\$)`,
    String.raw`(?<text>[^\\^$.*+?()[{|])`,
  ].join('|'),
  'suy'
);

type Token = Record<string, string | undefined>;

/** A regular expression that has to match a whole text; undefined for what cannot be told from here. */
export function goPattern(source: string): ((text: string) => boolean) | undefined {
  // The oldest writing of matchers is kept with anchors around it.
  const inner = /^\^\(\?:(.*)\)\$$/s.exec(source)?.[1] ?? source;
  const [, flags = '', rest = ''] = /^(?:\(\?([imsU]+)\))?(.*)$/s.exec(inner) ?? [];
  TOKEN.lastIndex = 0;
  let translated = '';
  while (TOKEN.lastIndex < rest.length) {
    const token = TOKEN.exec(rest)?.groups;
    const part = token && translate(token, flags);
    if (part === undefined) {
      return undefined;
    }
    translated += part;
  }
  try {
    const compiled = new RegExp(`^(?:${translated})$`, flags.includes('i') ? 'iu' : 'u');
    return (text) => compiled.test(text);
  } catch {
    return undefined;
  }
}

const SPACE = String.raw`\t\n\f\r `;
const literal = (sign: string) => (/[\^$\\.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign);

function translate(token: Token, flags: string): string | undefined {
  const { letter, script } = token;
  const [isDotAll, isMultiline] = [flags.includes('s'), flags.includes('m')];
  if (token.flags !== undefined) {
    return undefined;
  }
  if (token.class !== undefined) {
    return token.class.replace(new RegExp(POSIX_CLASS, 'g'), (_, name: string) => POSIX[name] ?? '');
  }
  if (token.unicode !== undefined) {
    return letter === undefined ? `\\${token.unicode}{Script=${script}}` : `\\${token.unicode}{${letter}}`;
  }
  const fixed: Array<[keyof Token, string]> = [
    ['dot', isDotAll ? '[^]' : String.raw`[^\n]`],
    ['named', '(?<'],
    ['start', '^'],
    ['end', '$'],
    ['lineStart', isMultiline ? String.raw`(?<![^\n])` : '^'],
    ['lineEnd', isMultiline ? String.raw`(?![^\n])` : '$'],
    ['space', `[${SPACE}]`],
    ['notSpace', `[^${SPACE}]`],
    ['brace', String.raw`\{`],
  ];
  const found = fixed.find(([name]) => token[name] !== undefined);
  const written = token.sign ?? token.text;
  return found?.[1] ?? (written === undefined ? (token.escape ?? token.count ?? token.group) : literal(written));
}
