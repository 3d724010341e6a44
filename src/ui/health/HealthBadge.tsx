import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, useStyles2, type BadgeColor, type IconName } from '@grafana/ui';
import type { HealthState } from '../../connection/health/types';
import type { AlertRouting } from '../../connection/routing/alertRouting';
import { calmBadge } from './calmBadge';
import { stateText } from './stateText';

/**
 * Filled: what was seen of heartbeats. Outlined: what is missing or wrong in the setup. Calm: somebody wants it so.
 * Dashed: nothing is known.
 */
type Frame = 'filled' | 'outlined' | 'calm' | 'dashed';

const LOOKS: Readonly<Record<HealthState, { color: BadgeColor; icon: IconName; frame?: Frame }>> = {
  up: { color: 'green', icon: 'check-circle' },
  new: { color: 'blue', icon: 'hourglass' },
  late: { color: 'orange', icon: 'clock-nine' },
  down: { color: 'red', icon: 'times-circle' },
  misconfigured: { color: 'red', icon: 'exclamation-triangle', frame: 'outlined' },
  paused: { color: 'darkgrey', icon: 'pause', frame: 'calm' },
  unknown: { color: 'darkgrey', icon: 'question-circle', frame: 'dashed' },
  none: { color: 'orange', icon: 'minus-circle', frame: 'outlined' },
};

/** The state of a heartbeat as an icon, a word and a colour, which says nothing that the word does not. */
export function HealthBadge({ state }: { state: HealthState }) {
  const styles = useStyles2(getStyles);
  const { frame = 'filled', ...look } = LOOKS[state];
  return <Badge {...look} className={styles[frame]} text={stateText(state)} />;
}

/** That no alert is routed to a connection; nothing where some are, or where it is not known. */
export function NotRoutedBadge({ routing }: { routing: AlertRouting }) {
  const styles = useStyles2(getStyles);
  return routing.kind === 'notRouted' ? (
    <Badge
      color="orange"
      icon="sitemap"
      className={styles.outlined}
      text={t('status.state.not-routed', 'Not routed')}
    />
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  filled: undefined,
  outlined: css({ background: 'transparent', borderColor: 'currentColor' }),
  calm: css(calmBadge(theme)),
  dashed: css({
    background: 'transparent',
    border: `1px dashed ${theme.colors.text.secondary}`,
    color: theme.colors.text.secondary,
  }),
});
