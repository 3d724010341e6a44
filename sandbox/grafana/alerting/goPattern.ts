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
    String.raw`(?<class>\[(?!\^?\])\^?(?:[^\][\\]|\\[dDwWtnrfv]|\\[!-/:-@[-\x60{-~])+\])`,
    String.raw`(?<brace>\{(?!(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\}))`,
    String.raw`(?<group>\((?:\?:)?(?!\?)|[)|^$])`,
    String.raw`(?<text>[^\\^$.*+?()[{|])`,
  ].join('|'),
  'suy'
);

type Token = Record<string, string | undefined>;

/** A regular expression that has to match a whole text; undefined for what cannot be told from here. */
export function goPattern(source: string): ((text: string) => boolean) | undefined {
  // The oldest writing of matchers is kept with anchors around it.
  const inner = /^\^\(\?:(.*)\)\$$/s.exec(source)?.[1] ?? source;
  const [, flags = '', rest = ''] = /^(?:\(\?([isU]+)\))?(.*)$/s.exec(inner) ?? [];
  TOKEN.lastIndex = 0;
  let translated = '';
  while (TOKEN.lastIndex < rest.length) {
    const token = TOKEN.exec(rest)?.groups;
    const part = token && translate(token, flags.includes('s'));
    if (part === undefined) {
      return undefined;
    }
    translated += part;
  }
  try {
    const compiled = new RegExp(`^(?:${translated})$`, flags.replace(/[sU]/g, '') + 'u');
    return (text) => compiled.test(text);
  } catch {
    return undefined;
  }
}

const SPACE = String.raw`\t\n\f\r `;
const literal = (sign: string) => (/[\^$\\.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign);

function translate(token: Token, isDotAll: boolean): string | undefined {
  const { letter, script } = token;
  if (token.flags !== undefined) {
    return undefined;
  }
  if (token.unicode !== undefined) {
    return letter === undefined ? `\\${token.unicode}{Script=${script}}` : `\\${token.unicode}{${letter}}`;
  }
  const fixed: Array<[keyof Token, string]> = [
    ['dot', isDotAll ? '[^]' : String.raw`[^\n]`],
    ['named', '(?<'],
    ['start', '^'],
    ['end', '$'],
    ['space', `[${SPACE}]`],
    ['notSpace', `[^${SPACE}]`],
    ['brace', String.raw`\{`],
  ];
  const found = fixed.find(([name]) => token[name] !== undefined);
  const written = token.sign ?? token.text;
  return (
    found?.[1] ??
    (written === undefined ? (token.class ?? token.escape ?? token.count ?? token.group) : literal(written))
  );
}
