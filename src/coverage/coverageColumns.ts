import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Height of a row on a wide page, in pixels. */
export const ROW_HEIGHT = 52;

const WIDE = '@container rules (min-width: 900px)';
const MEDIUM = '@container rules (min-width: 560px)';

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const unseen = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/** How the cells of the list stand: in columns where there is room, otherwise below each other. */
export const getCoverageColumns = (theme: GrafanaTheme2) => ({
  table: css({
    containerType: 'inline-size',
    containerName: 'rules',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
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
      gridTemplateColumns: '130px minmax(0, 3fr) minmax(0, 3fr) 110px 130px 110px',
      gridTemplateAreas: '"reach name way first repeat action"',
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
    [WIDE]: { position: 'static', width: 'auto', height: 'auto', minHeight: 34, clipPath: 'none' },
  }),
  reach: css({ gridArea: 'reach' }),
  name: css({ gridArea: 'name', minWidth: 0, '& > *': ellipsis }),
  way: css({ gridArea: 'way', minWidth: 0, '& > *': ellipsis }),
  first: css({ display: 'none', [WIDE]: { display: 'block', gridArea: 'first', ...ellipsis } }),
  repeat: css({ display: 'none', [WIDE]: { display: 'block', gridArea: 'repeat', ...ellipsis } }),
  /** Both figures in one line, where there is no column for each. */
  figures: css({ gridArea: 'figures', color: theme.colors.text.secondary, [WIDE]: { display: 'none' } }),
  action: css({ gridArea: 'action', textAlign: 'end' }),
  small: css({ color: theme.colors.text.secondary }),
  warning: css({ color: theme.colors.warning.text }),
  unseen: css(unseen),
});
