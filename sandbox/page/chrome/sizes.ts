/** Measures of Grafana's chrome, in pixels. */
export const topBarHeight = 40;
export const menuWidth = 300;
/** From this width on the menu stands beside the page; below it opens over the page. */
export const dockedFrom = 769;
