import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import type { HealthState } from '../../connection/health/types';
import { stateText } from './describeHealth';

const LOOKS: Readonly<Record<HealthState, { color: BadgeColor; icon: IconName }>> = {
  up: { color: 'green', icon: 'check-circle' },
  new: { color: 'blue', icon: 'hourglass' },
  late: { color: 'orange', icon: 'clock-nine' },
  down: { color: 'red', icon: 'times-circle' },
  misconfigured: { color: 'red', icon: 'exclamation-triangle' },
  paused: { color: 'blue', icon: 'pause' },
  unknown: { color: 'darkgrey', icon: 'question-circle' },
  none: { color: 'blue', icon: 'minus-circle' },
};

/** The state of a heartbeat as an icon, a word and a colour, which says nothing that the word does not. */
export function HealthBadge({ state }: { state: HealthState }) {
  return <Badge {...LOOKS[state]} text={stateText(state)} />;
}
