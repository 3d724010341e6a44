import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Where people force colors of their own on all pages (high contrast), browsers drop backgrounds and most colors. */
const FORCED = '@media (forced-colors: active)';

/** Of a square, dot or bar that says something by its color: it stays, with an edge that shows on any ground. */
export const KEPT_COLOR = { [FORCED]: { forcedColorAdjust: 'none', outline: '1px solid CanvasText' } } as const;

/** Of a button that is shown as chosen by its background. */
export const SHOWN_AS_CHOSEN = { [FORCED]: { border: '3px solid Highlight' } } as const;

/**
 * Class of a drawing. Browsers leave the colors of its shapes and change those of its texts and of the ground below, on
 * which shapes may then not show; so it keeps all of them, its ground included.
 */
export const getDrawing = ({ colors }: GrafanaTheme2) =>
  css({
    display: 'block',
    direction: 'ltr',
    [FORCED]: { forcedColorAdjust: 'none', background: colors.background.primary },
  });
