import { t } from '@grafana/i18n';
import { windowOf } from '../../../connection/drill/window';
import type { IrmIntegration } from '../../../connection/irm/irmPort';
import { formatMoment } from '../../../ui/formatMoment';
import { formatInterval } from '../../../ui/formatInterval';
import { formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';

export interface Circumstances {
  integration: Pick<IrmIntegration, 'escalationChainId' | 'maintenance'>;
  /** Epoch milliseconds of the server. */
  lastBeat: number | undefined;
  now: number;
  /** Seconds. */
  interval: number;
}

/** What a drill does that begins now, in words and times. */
export function describeCourse({ integration, lastBeat, now, interval }: Circumstances) {
  const window = windowOf({ startedAt: now, lastBeat }, interval);
  const at = (time: number) => formatMoment(time, now);
  return [
    {
      id: 'pause',
      text: t(
        'drill.course.pause',
        'The heartbeat is paused for {{interval}} plus up to 2 minutes, because IRM looks only every 2 minutes. Meanwhile nobody would be told of a real outage of this Grafana.',
        verbatim({ interval: formatInterval(interval) })
      ),
    },
    {
      id: 'alert',
      text: t(
        'drill.course.alert',
        'IRM raises an alert group between {{from}} and {{to}}. {{paging}}',
        verbatim({ from: at(window.from), to: at(window.to), paging: pagingText(integration, at) })
      ),
    },
    {
      id: 'resume',
      text: t(
        'drill.course.resume',
        'The heartbeat resumes by itself as soon as that is seen, and at {{time}} at the latest, as long as this page is open: {{left}} from now.',
        verbatim({ time: at(window.deadline), left: formatSeconds(Math.ceil((window.deadline - now) / 1000)) })
      ),
    },
    {
      id: 'lost',
      text: t(
        'drill.course.lost',
        'If this page is closed, the heartbeat stays paused. Everybody who looks at this connection is told, and can resume it.'
      ),
    },
  ];
}

/** Whom IRM pages. */
function pagingText(
  { escalationChainId, maintenance }: Circumstances['integration'],
  at: (time: number) => string
): string {
  if (maintenance) {
    return maintenance.endsAt === undefined
      ? t('drill.course.maintenance', 'It pages nobody, because the integration is in maintenance.')
      : t(
          'drill.course.maintenance-until',
          'It pages nobody, because the integration is in maintenance until {{time}}.',
          verbatim({ time: at(maintenance.endsAt) })
        );
  }
  return escalationChainId === undefined
    ? t(
        'drill.course.no-chain',
        'It pages nobody, because the default route of the integration has no escalation chain.'
      )
    : t('drill.course.pages', 'It pages whoever is on call.');
}
