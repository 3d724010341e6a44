import { t } from '@grafana/i18n';
import type { TimingReport } from '../../connection/timing/calculateTiming';
import { formatBounds, formatSeconds } from '../formatSeconds';
import { verbatim } from '../verbatim';

type Figures = Extract<TimingReport, { calculable: true }>;

/** What a timing means for whoever is on call, in two or three short sentences. */
export function scheduleSentence({ gap, detection, restartBudget }: Figures): string {
  const values = verbatim({ gap: formatSeconds(gap.least), detection: formatMinutes(detection) });
  const promise = t(
    'ui.timing.sentence',
    'A heartbeat every {{gap}}. You are paged {{detection}} after an outage.',
    values
  );
  const restart = restartBudget >= 60 ? Math.floor(restartBudget / 60) * 60 : restartBudget;
  return restart === 0
    ? promise
    : `${promise} ${t(
        'ui.timing.sentence-restart',
        'Restarts up to {{restart}} are tolerated.',
        verbatim({ restart: formatSeconds(restart) })
      )}`;
}

/** "10 to 12 min" where both are minutes of less than an hour or so; seconds. */
function formatMinutes(bounds: Figures['detection']): string {
  const [from, to] = [bounds.least / 60, bounds.greatest / 60];
  return Number.isInteger(from) && Number.isInteger(to) && to < 100
    ? t('ui.timing.minutes', '{{from}} to {{to}}\u00a0min', verbatim({ from, to }))
    : formatBounds(bounds);
}
