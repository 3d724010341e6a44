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
  const read = readPattern(source);
  if (!read) {
    return UNKNOWN;
  }
  try {
    const compiled = new RegExp(`^(?:${source})$`);
    return (text) =>
      isPlain(text) && (text.length + 1) ** read.unbounded <= MOST_STEPS ? compiled.test(text) : undefined;
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
    String.raw`(?<repeat>[*+?]\??|\{(?<least>\d{1,4})(?:,(?<most>\d{0,4}))?\}\??)`,
    // A class may begin with neither "]" nor hold "[": Go and JavaScript read these differently.
    String.raw`(?<atom>\[\^?(?:[^\]\[\\]|\\[dwDW]|\\[!-/:-@[-\`{-~])+\]|\\[dDwW]|\\[!-/:-@[-\`{-~]|[^\\^$.*+?()[\]{}|]|\.)`,
    String.raw`(?<other>[|^$])`,
  ].join('|'),
  'y'
);

/** How many repetitions without an end there are; undefined for what is not surely read alike. */
function readPattern(source: string): { unbounded: number } | undefined {
  if (!isPlain(source)) {
    return undefined;
  }
  const groups: Array<{ repeats: boolean }> = [{ repeats: false }];
  let unbounded = 0;
  let before: 'atom' | 'group' | 'none' = 'none';
  let closed = { repeats: false };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const found = TOKEN.exec(source)?.groups;
    if (!found) {
      return undefined;
    }
    const { open, close, repeat, atom, least, most } = found;
    const group = groups.at(-1);
    if (!group) {
      return undefined;
    }
    if (open !== undefined) {
      groups.push({ repeats: false });
      before = 'none';
    } else if (close !== undefined) {
      closed = group;
      groups.pop();
      before = 'group';
      const around = groups.at(-1);
      if (!around) {
        return undefined;
      }
      around.repeats ||= closed.repeats;
    } else if (repeat !== undefined) {
      const isOnce = repeat.startsWith('?');
      // A repeated choice or repetition can cost a browser more than anybody waits for.
      if (before === 'none' || (before === 'group' && closed.repeats && !isOnce)) {
        return undefined;
      }
      if (
        Math.max(Number(least ?? 0), Number(most || 0)) > MOST_REPETITIONS ||
        Number(most || Infinity) < Number(least)
      ) {
        return undefined;
      }
      unbounded += isOnce ? 0 : 1;
      group.repeats = true;
      before = 'none';
    } else {
      group.repeats ||= found.other === '|';
      before = atom === undefined ? 'none' : 'atom';
    }
  }
  return groups.length === 1 ? { unbounded } : undefined;
}
