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
      gridTemplateColumns: '24px 140px minmax(0, 1fr) 100px 150px',
      gridTemplateAreas: '"open state name last next" "open alerts why why why"',
    },
    [WIDE]: {
      padding: theme.spacing(0.25, 1),
      gridTemplateColumns: '24px 132px minmax(0, 1fr) 96px 140px 112px minmax(0, 2fr)',
      gridTemplateAreas: '"open state name last next alerts why"',
    },
  }),
  line: css(listLine(theme)),
  head: css(listHead(theme, WIDE)),
  open: css({ gridArea: 'open', alignSelf: 'start', display: 'flex', alignItems: 'center', height: ROW_HEIGHT - 6 }),
  state: css({ gridArea: 'state' }),
  name: css({ gridArea: 'name', ...ELLIPSIS }),
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
    padding: theme.spacing(0.5, 2, 2, 5),
    overflowWrap: 'anywhere',
    display: 'grid',
    gap: theme.spacing(1.5),
  }),
  unseen: css(UNSEEN),
  warning: css({ color: theme.colors.warning.text }),
  marked: css({ background: theme.colors.background.secondary }),
});
