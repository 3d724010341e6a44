import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ELLIPSIS, listBox, listHead, listLine, UNSEEN } from '../../ui/listStyles';

/** Height of a folded row on a wide page, in pixels, as in Grafana's own lists. */
export const ROW_HEIGHT = 38;

const WIDE = '@container connections (min-width: 960px)';
const MEDIUM = '@container connections (min-width: 560px)';

const figures = { fontVariantNumeric: 'tabular-nums' } as const;

/** How the cells of the list stand: in columns where there is room, otherwise in two lines or four. */
export const getColumnStyles = (theme: GrafanaTheme2) => ({
  table: css(listBox(theme, 'connections')),
  row: css({
    display: 'grid',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    minHeight: ROW_HEIGHT,
    padding: theme.spacing(0.75, 1),
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    gridTemplateAreas: '"open state last" "open name next" "open alerts alerts" "open why why"',
    [MEDIUM]: {
      gridTemplateColumns: '24px 140px minmax(0, 1fr) 116px 150px',
      gridTemplateAreas: '"open state name last next" "open alerts why why why"',
    },
    [WIDE]: {
      padding: theme.spacing(0.25, 1),
      gridTemplateColumns: '24px 140px minmax(0, 1fr) 116px 140px 116px minmax(0, 2fr)',
      gridTemplateAreas: '"open state name last next alerts why"',
    },
  }),
  line: css(listLine(theme)),
  head: css(listHead(theme, WIDE)),
  open: css({ gridArea: 'open', alignSelf: 'start', display: 'flex', alignItems: 'center', height: ROW_HEIGHT - 6 }),
  state: css({ gridArea: 'state', '& > *': { maxWidth: '100%', overflowWrap: 'anywhere' } }),
  // A link is a box of its own, which would be cut off without dots.
  name: css({ gridArea: 'name', ...ELLIPSIS, '& > a': { display: 'inline' } }),
  last: css({ gridArea: 'last', ...ELLIPSIS, ...figures, textAlign: 'end', [MEDIUM]: { textAlign: 'start' } }),
  next: css({ gridArea: 'next', ...ELLIPSIS, ...figures, textAlign: 'end', [MEDIUM]: { textAlign: 'start' } }),
  alerts: css({ gridArea: 'alerts', ...ELLIPSIS }),
  why: css({
    gridArea: 'why',
    display: 'flex',
    gap: theme.spacing(1),
    minWidth: 0,
    whiteSpace: 'nowrap',
    '& > :first-child': ELLIPSIS,
    '& > a': { flexShrink: 0 },
  }),
  unfolded: css({
    paddingBlock: theme.spacing(0.5, 2),
    paddingInline: theme.spacing(5, 2),
    overflowWrap: 'anywhere',
    display: 'grid',
    gap: theme.spacing(1.5),
  }),
  unseen: css(UNSEEN),
  warning: css({ color: theme.colors.warning.text }),
  marked: css({ background: theme.colors.background.secondary }),
});
