import type { GrafanaTheme2 } from '@grafana/data';
import type { BadgeColor, IconName } from '@grafana/ui';
import type { CoverageGroup } from '../connection/coverage/summary';

export const GROUP_BADGE: Record<CoverageGroup, { color: BadgeColor; icon: IconName }> = {
  irm: { color: 'green', icon: 'check-circle' },
  elsewhere: { color: 'blue', icon: 'envelope' },
  nobody: { color: 'red', icon: 'exclamation-circle' },
  depends: { color: 'orange', icon: 'question-circle' },
  paused: { color: 'darkgrey', icon: 'pause' },
  heartbeat: { color: 'darkgrey', icon: 'heart' },
};

export function colorOf(group: CoverageGroup, { colors }: GrafanaTheme2): string {
  switch (group) {
    case 'irm':
      return colors.success.main;
    case 'elsewhere':
      return colors.info.main;
    case 'nobody':
      return colors.error.main;
    case 'depends':
      return colors.warning.main;
    case 'paused':
    case 'heartbeat':
      return colors.secondary.main;
  }
}
