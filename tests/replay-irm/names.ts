/** Ids and endpoint tokens differ from run to run: this pairs each recorded one with the one met in its place. */
export class Names {
  private readonly pairs = new Map<string, string>();

  pair(recorded: string, actual: string): void {
    this.pairs.set(recorded, actual);
  }

  /** Puts today's names into a recorded text. */
  translate(text: string): string {
    return text.replace(pattern, (name) => this.pairs.get(name) ?? name);
  }

  /** Whether two texts are equal but for names; names met for the first time are paired, if of one kind. */
  agree(recorded: string, actual: string): boolean {
    const [before, now] = [recorded.match(pattern) ?? [], actual.match(pattern) ?? []];
    if (before.length !== now.length || recorded.replace(pattern, '*') !== actual.replace(pattern, '*')) {
      return false;
    }
    return before.every((name, index) => this.agreeOnName(name, now[index] ?? ''));
  }

  private agreeOnName(recorded: string, actual: string): boolean {
    const known = this.pairs.get(recorded);
    if (known !== undefined) {
      return known === actual;
    }
    const sameKind = recorded.length === actual.length && (recorded.length === 25 || recorded[0] === actual[0]);
    const free = ![...this.pairs.values()].includes(actual);
    if (sameKind && free) {
      this.pairs.set(recorded, actual);
    }
    return sameKind && free;
  }
}

/** Public ids (a letter for the kind and twelve more), and endpoint tokens (25 letters and digits). */
const pattern = /\b(?:[A-Z][A-Z0-9]{12}|[A-Za-z0-9]{25})\b/g;
