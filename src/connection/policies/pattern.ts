/** Whether a text matches; undefined where that cannot be told for sure. */
export type Pattern = (text: string) => boolean | undefined;

const UNKNOWN: Pattern = () => undefined;

/** The most that a pattern may cost in the browser; Grafana's own engine knows no such texts. */
const MOST_STEPS = 1_000_000;

/** Go refuses more repetitions than this, and JavaScript does not. */
const MOST_REPETITIONS = 1000;

/**
 * A policy's regular expression, which has to match the whole value as in Alertmanager. Grafana evaluates it by Go's
 * RE2. Only what both languages read alike is evaluated: literals, `.`, `|`, groups, character classes, `\d` and `\w`,
 * anchors and repetitions. Whatever else there is, such as `(?i)` or `\pL`, leaves the answer open, and so do texts in
 * which the two count characters differently.
 */
export function compilePattern(source: string): Pattern {
  const cost = costOf(source);
  if (!cost) {
    return UNKNOWN;
  }
  try {
    const compiled = new RegExp(`^(?:${source})$`);
    return (text) =>
      isPlain(text) && cost.factor * (text.length + 1) ** cost.power <= MOST_STEPS ? compiled.test(text) : undefined;
  } catch {
    return UNKNOWN;
  }
}

/** Printable text within the basic plane, where both languages see the same characters, and no line ends. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f || code === 0x2028 || code === 0x2029 || (code >= 0xd800 && code <= 0xdfff)) {
      return false;
    }
  }
  return true;
}

const TOKEN = new RegExp(
  [
    String.raw`(?<open>\((?:\?:)?)(?!\?)`,
    String.raw`(?<close>\))`,
    // Go takes a count with a zero before it for text.
    String.raw`(?<repeat>[*+?]\??|\{(?<least>0|[1-9]\d{0,3})(?:,(?<most>0|[1-9]\d{0,3})?)?\}\??)`,
    // A class may begin with neither "]" nor hold "[": Go and JavaScript read these differently.
    String.raw`(?<atom>\[(?!\^?\])\^?(?:[^\]\[\\]|\\[dwDW]|\\[!-/:-@[-\`{-~])+\]|\\[dDwW]|\\[!-/:-@[-\`{-~]|[^\\^$.*+?()[\]{}|]|\.)`,
    String.raw`(?<other>[|^$])`,
  ].join('|'),
  'y'
);

/**
 * In how many ways, at most, a browser tries to match a text: `factor` times its length to this power. What follows each
 * other multiplies, choices add up, and what may be missing counts twice.
 */
interface Cost {
  factor: number;
  power: number;
}

const ONE: Cost = { factor: 1, power: 0 };
const TWICE: Cost = { factor: 2, power: 0 };
const PER_CHARACTER: Cost = { factor: 1, power: 1 };

const multiplied = (a: Cost, b: Cost): Cost => ({ factor: a.factor * b.factor, power: a.power + b.power });
const added = (a: Cost, b: Cost): Cost => ({ factor: a.factor + b.factor, power: Math.max(a.power, b.power) });

/** What a pattern costs; undefined for what is not surely read alike. */
function costOf(source: string): Cost | undefined {
  if (!isPlain(source)) {
    return undefined;
  }
  const seen: Seen = { group: newGroup(), around: [], before: 'none' };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source)?.groups;
    if (!token || !take(token, seen)) {
      return undefined;
    }
  }
  return seen.around.length === 0 ? wholeCost(seen.group) : undefined;
}

interface Group {
  /** Whether it holds a choice or a repetition. */
  repeats: boolean;
  /** Of the choices that are read, and of the one that is being read. */
  before: Cost | undefined;
  cost: Cost;
}

const newGroup = (): Group => ({ repeats: false, before: undefined, cost: ONE });
const wholeCost = ({ before, cost }: Group): Cost => (before ? added(before, cost) : cost);

/** Where a reader of a pattern stands. */
interface Seen {
  /** The innermost group that is open, and those around it, the outermost first. */
  group: Group;
  around: Group[];
  /** What a repetition would repeat. */
  before: 'atom' | 'none' | Group;
}

type Token = Record<string, string | undefined>;

/** Moves `seen` on by one token; false for what is not surely read alike. */
function take(token: Token, seen: Seen): boolean {
  if (token.open !== undefined) {
    seen.around.push(seen.group);
    seen.group = newGroup();
    seen.before = 'none';
    return true;
  }
  if (token.close !== undefined) {
    return closeGroup(seen);
  }
  if (token.repeat !== undefined) {
    return repeatLast(token.repeat, token, seen);
  }
  if (token.other === '|') {
    Object.assign(seen.group, { repeats: true, before: wholeCost(seen.group), cost: ONE });
  }
  seen.before = token.atom === undefined ? 'none' : 'atom';
  return true;
}

function closeGroup(seen: Seen): boolean {
  const around = seen.around.pop();
  if (!around) {
    return false;
  }
  around.repeats ||= seen.group.repeats;
  around.cost = multiplied(around.cost, wholeCost(seen.group));
  seen.before = seen.group;
  seen.group = around;
  return true;
}

function repeatLast(repeat: string, { least, most }: Token, seen: Seen): boolean {
  const isOnce = repeat.startsWith('?');
  const { before } = seen;
  // A repeated choice or repetition can cost a browser more than anybody waits for.
  if (before === 'none' || (before !== 'atom' && before.repeats && !isOnce)) {
    return false;
  }
  if (Math.max(Number(least ?? 0), Number(most || 0)) > MOST_REPETITIONS || Number(most || Infinity) < Number(least)) {
    return false;
  }
  seen.group.cost = multiplied(seen.group.cost, isOnce ? TWICE : PER_CHARACTER);
  seen.group.repeats = true;
  seen.before = 'none';
  return true;
}
