import type * as z from 'zod/mini';
import { KNOWN_KEYS } from './schema';

export type Place = readonly PropertyKey[];

/** What is wrong with the file, and where. */
export interface Problem {
  /** From 1 on; undefined where it concerns the file as a whole. */
  line: number | undefined;
  /** As people would say it: `connections[2].interval`; '' for the file as a whole. */
  place: string;
  text: string;
}

export const inWords = (path: Place): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');

export const problemText = (file: string, { line, place, text }: Problem): string =>
  [`${file}${line === undefined ? '' : `:${line}`}`, place, text].filter((part) => part !== '').join(': ');

/** Each thing that is wrong, with the path to it. No value of the file is repeated: it may be a secret. */
export function problemsOf({ issues }: z.core.$ZodError): Array<{ path: Place; text: string }> {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key], text: unknownKey(issue.path, key) }));
    }
    if (issue.code === 'invalid_union') {
      return [{ path: issue.path, text: issue.message }];
    }
    return [{ path: issue.path, text: messageOf(issue) }];
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message === 'Invalid input') {
    return 'This is missing.';
  }
  return issue.message === 'Invalid input' ? 'This has another form than expected.' : issue.message;
}

const OF_SECRETS: Readonly<Record<string, string | undefined>> = {
  token: 'Tokens do not belong in this file. Put it into an environment variable and name that with tokenFrom.',
  apiKey: 'Tokens do not belong in this file. Put it into an environment variable and name that with tokenFrom.',
  password: 'Passwords do not belong in this file. Use the token of a service account, named with tokenFrom.',
  endpoint: 'Endpoints hold a token. Put it into an environment variable and name that with endpointFrom.',
};

function unknownKey(path: Place, key: string): string {
  const known: readonly string[] = KNOWN_KEYS[kindOf(path)];
  const hint = OF_SECRETS[key];
  if (hint) {
    return hint;
  }
  const near = known.find((one) => isNear(one, key));
  return near ? `There is no such key. Did you mean ${near}?` : `There is no such key. Known are ${known.join(', ')}.`;
}

function kindOf(path: Place): keyof typeof KNOWN_KEYS {
  const last = path.findLast((part) => typeof part === 'string');
  switch (last) {
    case 'defaults':
    case 'irm':
    case 'timing':
    case 'scope':
    case 'folder':
      return last;
    case 'grafanas':
      return 'grafana';
    case 'connections':
      return 'connection';
    default:
      return 'file';
  }
}

/** Alike but for case, blanks, or two letters. */
function isNear(known: string, given: string): boolean {
  const [a, b] = [known, given].map((word) => word.toLowerCase().replace(/[^a-z]/g, ''));
  return a !== undefined && b !== undefined && distance(a, b) <= (a.length > 5 ? 2 : 1);
}

/** How many letters have to be changed, added or left out to make one word of the other. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
