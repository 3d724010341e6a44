/** One measured figure; without a budget it is told and never fails. */
export interface Figure {
  /** What it was measured on: a page, or a number of connections among how many others. */
  subject: string;
  /** What was measured, with its unit. */
  measure: string;
  /** Undefined when it did not finish, as a page that never showed. */
  value: number | undefined;
  budget?: number;
}

export const isWithin = ({ value, budget }: Figure): boolean =>
  budget === undefined || (value !== undefined && value <= budget);

const keyOf = ({ subject, measure }: Figure) => `${subject} | ${measure}`;

/** The rows of a table: subject, measure, what it was before where that is known, what it is, budget and verdict. */
export function rowsOf(figures: readonly Figure[], before: readonly Figure[] | undefined) {
  const earlier = new Map(before?.map((figure) => [keyOf(figure), figure]));
  const heads = ['on', 'measure', ...(before ? ['before'] : []), 'now', 'budget', ''];
  const rows = figures.map((figure) => {
    const known = earlier.get(keyOf(figure));
    return [
      figure.subject,
      figure.measure,
      ...(before ? [known ? textOf(known.value) : ''] : []),
      textOf(figure.value),
      figure.budget === undefined ? '' : `<= ${figure.budget}`,
      isWithin(figure) ? '' : 'BEYOND',
    ];
  });
  return { heads, rows };
}

function textOf(value: number | undefined): string {
  if (value === undefined) {
    return 'did not finish';
  }
  return Number.isInteger(value) || value >= 1000 ? value.toFixed(0) : value.toFixed(1);
}

/** The middle one; of an even number the lower of both. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
