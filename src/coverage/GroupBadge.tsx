import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2, type BadgeColor, type IconName } from '@grafana/ui';
import type { CoverageGroup } from '../connection/coverage/summary';
import { calmBadge } from '../ui/health/calmBadge';
import { groupText } from './describeReach';

const LOOKS: Record<CoverageGroup, { color: BadgeColor; icon: IconName }> = {
  irm: { color: 'green', icon: 'check-circle' },
  elsewhere: { color: 'blue', icon: 'envelope' },
  nobody: { color: 'red', icon: 'exclamation-circle' },
  depends: { color: 'orange', icon: 'question-circle' },
  paused: { color: 'darkgrey', icon: 'pause' },
  heartbeat: { color: 'darkgrey', icon: 'heart' },
};

/** Whom a rule reaches, in a word. */
export function GroupBadge({ group }: { group: CoverageGroup }) {
  const styles = useStyles2(getStyles);
  const isCalm = LOOKS[group].color === 'darkgrey';
  return <Badge {...LOOKS[group]} {...(isCalm && { className: styles.calm })} text={groupText(group)} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  calm: css(calmBadge(theme)),
});
