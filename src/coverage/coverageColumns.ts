import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ELLIPSIS, listBox, listHead, listLine, UNSEEN } from '../ui/listStyles';

/** Height of a row on a wide page, in pixels. */
export const ROW_HEIGHT = 52;

const WIDE = '@container rules (min-width: 950px)';
const MEDIUM = '@container rules (min-width: 560px)';

/** How the cells of the list stand: in columns where there is room, otherwise below each other. */
export const getCoverageColumns = (theme: GrafanaTheme2) => ({
  table: css(listBox(theme, 'rules')),
  row: css({
    display: 'grid',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    minHeight: ROW_HEIGHT,
    padding: theme.spacing(0.75, 1.5),
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"name reach" "way way" "figures action"',
    [MEDIUM]: {
      gridTemplateColumns: '130px minmax(0, 1fr) minmax(0, 1fr) auto',
      gridTemplateAreas: '"reach name way action" ". figures figures figures"',
    },
    [WIDE]: {
      padding: theme.spacing(0.5, 1.5),
      gridTemplateColumns: '130px minmax(0, 3fr) minmax(0, 3fr) 165px 130px 110px',
      gridTemplateAreas: '"reach name way first repeat action"',
    },
  }),
  entry: css(listLine(theme)),
  head: css(listHead(theme, WIDE, { minHeight: 34 })),
  reach: css({ gridArea: 'reach' }),
  name: css({ gridArea: 'name', minWidth: 0, '& > *': { ...ELLIPSIS, '& > a': { display: 'inline' } } }),
  way: css({ gridArea: 'way', minWidth: 0 }),
  line: css(ELLIPSIS),
  /** Why something is so, which says nothing when it is cut off. */
  reason: css({ whiteSpace: 'normal', overflowWrap: 'anywhere' }),
  first: css({ display: 'none', [WIDE]: { display: 'block', gridArea: 'first', ...ELLIPSIS } }),
  repeat: css({ display: 'none', [WIDE]: { display: 'block', gridArea: 'repeat', ...ELLIPSIS } }),
  /** Both figures in one line, where there is no column for each. */
  figures: css({ gridArea: 'figures', color: theme.colors.text.secondary, [WIDE]: { display: 'none' } }),
  action: css({ gridArea: 'action', textAlign: 'end' }),
  small: css({ color: theme.colors.text.secondary }),
  warning: css({ color: theme.colors.warning.text }),
  unseen: css(UNSEEN),
});
