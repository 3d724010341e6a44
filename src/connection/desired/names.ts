/** Grafana takes rule titles of up to 190 bytes, and the heartbeat rule is called after its contact point. */
export const LONGEST_TITLE = 190;

/** Bytes of a text in UTF-8, in which Grafana counts. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Leaves room for " heartbeat" and a number behind it. */
const LONGEST = 100;

/**
 * A name for the alert contact point out of the integration's title. Steers clear of taken names, because Grafana
 * silently adds a second integration to a contact point of the same name (contact-points.json). Names that differ
 * in case only are avoided too: people would mix them up.
 */
export function suggestContactPointName(title: string, takenNames: readonly string[]): string {
  const bare = title.replace(/\s+/g, ' ').trim();
  const name = bare === '' ? 'Grafana IRM' : /\birm\b/i.test(bare) ? bare : `IRM ${bare}`;
  return freeName(cut(name), takenNames);
}

/** A name for the heartbeat contact point beside the given alert contact point. */
export function suggestHeartbeatName(alertName: string, takenNames: readonly string[]): string {
  return freeName(`${cut(alertName)} heartbeat`, [...takenNames, alertName]);
}

/** The name itself, or with the first number behind it that makes it free. */
export function freeName(name: string, takenNames: readonly string[]): string {
  const taken = new Set(takenNames.map((other) => other.trim().toLowerCase()));
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) {
    candidate = `${name} ${number}`;
  }
  return candidate;
}

/** By characters, so that none is cut in two. */
function cut(name: string): string {
  let kept = '';
  for (const character of name) {
    if (bytesOf(kept + character) > LONGEST) {
      break;
    }
    kept += character;
  }
  return kept.trim();
}
