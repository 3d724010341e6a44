import type { GrafanaTheme2 } from '@grafana/data';

/** A grey badge that can be read on both themes; Grafana's own grey is too light on the light one. */
export const calmBadge = (theme: GrafanaTheme2) => ({
  background: theme.colors.background.secondary,
  borderColor: theme.colors.border.medium,
  color: theme.colors.text.primary,
});
