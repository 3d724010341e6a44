import { t } from '@grafana/i18n';
import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import type { TimingVerdict } from '../../connection/timing/verdict';

const LOOKS: Record<TimingVerdict['level'], { color: BadgeColor; icon: IconName; text: () => string }> = {
  good: { color: 'green', icon: 'check-circle', text: () => t('ui.timing.verdict.good', 'Good') },
  crowding: {
    color: 'orange',
    icon: 'info-circle',
    text: () => t('ui.timing.verdict.crowding', 'Holds, but can block alerts'),
  },
  risky: { color: 'orange', icon: 'exclamation-triangle', text: () => t('ui.timing.verdict.risky', 'Risky') },
  blocked: { color: 'red', icon: 'times-circle', text: () => t('ui.timing.verdict.blocked', 'Cannot hold') },
};

/** How a timing is judged, in a word, an icon and a colour. */
export function TimingVerdictBadge({ level }: { level: TimingVerdict['level'] }) {
  const { color, icon, text } = LOOKS[level];
  return <Badge color={color} icon={icon} text={text()} />;
}
