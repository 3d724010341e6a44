/**
 * Exports for files as Grafana gives them since 12.0: a dollar sign doubled in every text that a file may have variables
 * in. Not in annotations, queries and time ranges (docs/facts.md#exports-and-files).
 */
export function dollarsDoubled<T extends object>(file: T): T {
  return doubled(file) as T;
}

const AS_THEY_ARE = ['annotations', 'model', 'relativeTimeRange'];

function doubled(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll('$', '$$$$');
  }
  if (Array.isArray(value)) {
    return value.map(doubled);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, AS_THEY_ARE.includes(key) ? inner : doubled(inner)])
      )
    : value;
}
