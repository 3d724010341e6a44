import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Height of a folded row on a wide page, in pixels, as in Grafana's own lists. */
export const ROW_HEIGHT = 38;

const WIDE = '@container connections (min-width: 960px)';
const MEDIUM = '@container connections (min-width: 560px)';

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const unseen = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const;
const figures = { fontVariantNumeric: 'tabular-nums' } as const;

/** How the cells of the list stand: in columns where there is room, otherwise in two lines or four. */
export const getColumnStyles = (theme: GrafanaTheme2) => ({
  table: css({
    containerType: 'inline-size',
    containerName: 'connections',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  row: css({
    display: 'grid',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    minHeight: ROW_HEIGHT,
    padding: theme.spacing(0.75, 1),
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    gridTemplateAreas: '"open state last" "open name next" "open alerts alerts" "open why why"',
    [MEDIUM]: {
      gridTemplateColumns: '24px 140px minmax(0, 1fr) 100px 150px',
      gridTemplateAreas: '"open state name last next" "open alerts why why why"',
    },
    [WIDE]: {
      padding: theme.spacing(0.25, 1),
      gridTemplateColumns: '24px 132px minmax(0, 1fr) 96px 140px 112px minmax(0, 2fr)',
      gridTemplateAreas: '"open state name last next alerts why"',
    },
  }),
  line: css({
    borderTop: `1px solid ${theme.colors.border.weak}`,
    '&:hover': { background: theme.colors.action.hover },
  }),
  /** Where the cells are not in columns, headings stand over nothing. */
  head: css({
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightMedium,
    ...unseen,
    [WIDE]: { position: 'static', width: 'auto', height: 'auto', clipPath: 'none' },
  }),
  open: css({ gridArea: 'open', alignSelf: 'start', display: 'flex', alignItems: 'center', height: ROW_HEIGHT - 6 }),
  state: css({ gridArea: 'state' }),
  name: css({ gridArea: 'name', ...ellipsis }),
  last: css({ gridArea: 'last', ...ellipsis, ...figures, textAlign: 'end', [MEDIUM]: { textAlign: 'start' } }),
  next: css({ gridArea: 'next', ...ellipsis, ...figures, textAlign: 'end', [MEDIUM]: { textAlign: 'start' } }),
  alerts: css({ gridArea: 'alerts', ...ellipsis }),
  why: css({
    gridArea: 'why',
    display: 'flex',
    gap: theme.spacing(1),
    minWidth: 0,
    whiteSpace: 'nowrap',
    '& > :first-child': ellipsis,
    '& > a': { flexShrink: 0 },
  }),
  unfolded: css({
    padding: theme.spacing(0.5, 2, 2, 5),
    overflowWrap: 'anywhere',
    display: 'grid',
    gap: theme.spacing(1.5),
  }),
  unseen: css(unseen),
  warning: css({ color: theme.colors.warning.text }),
  marked: css({ background: theme.colors.background.secondary }),
});
