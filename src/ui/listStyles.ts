import type { GrafanaTheme2 } from '@grafana/data';

/** One line, however long the text. */
export const ELLIPSIS = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** For who listens, and nobody sees. */
export const UNSEEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

/** The box of a list whose cells stand by the room that `name` has. */
export const listBox = (theme: GrafanaTheme2, name: string) => ({
  containerType: 'inline-size',
  containerName: name,
  border: `1px solid ${theme.colors.border.weak}`,
  borderRadius: theme.shape.radius.default,
  fontSize: theme.typography.bodySmall.fontSize,
});

/** A row below the heading. */
export const listLine = (theme: GrafanaTheme2) => ({
  borderTop: `1px solid ${theme.colors.border.weak}`,
  '&:hover': { background: theme.colors.action.hover },
});

/** The headings: where the cells are not in columns they would stand over nothing. */
export const listHead = (theme: GrafanaTheme2, wide: string, more: { minHeight?: number } = {}) => ({
  color: theme.colors.text.secondary,
  fontWeight: theme.typography.fontWeightMedium,
  ...UNSEEN,
  [wide]: { position: 'static' as const, width: 'auto', height: 'auto', clipPath: 'none', ...more },
});
