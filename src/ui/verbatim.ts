/**
 * Values for `t()` that must arrive as they are. i18next escapes values for HTML otherwise, and React does so itself:
 * addresses would be shown with `&#x2F;` in the place of slashes.
 */
export function verbatim<T extends Record<string, string | number>>(values: T) {
  return { ...values, interpolation: { escapeValue: false } };
}
