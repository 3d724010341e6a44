import type { GrafanaTheme2 } from '@grafana/data';
import type { CoverageGroup } from '../connection/coverage/summary';

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
