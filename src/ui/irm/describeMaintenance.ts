import { t } from '@grafana/i18n';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { formatMoment } from '../formatMoment';
import { verbatim } from '../verbatim';

type Maintenance = NonNullable<IrmIntegration['maintenance']>;

/** What a maintenance means for alerts, and until when. `now` is the server's time, epoch milliseconds. */
export function describeMaintenance({ mode, endsAt }: Maintenance, now: number): { title: string; text: string } {
  const isDebug = mode === 'debug';
  const name = isDebug ? t('irm.maintenance.debug', 'debug mode') : t('irm.maintenance.mode', 'maintenance');
  const title =
    endsAt === undefined
      ? t('irm.maintenance.title', 'In {{mode}}: nobody is paged', verbatim({ mode: name }))
      : t(
          'irm.maintenance.title-until',
          'In {{mode}} until {{time}}: nobody is paged',
          verbatim({ mode: name, time: formatMoment(endsAt, now) })
        );
  const text = isDebug
    ? t('irm.maintenance.debug-text', 'Alert groups open as usual, lost heartbeats included, but no escalation starts.')
    : t(
        'irm.maintenance.text',
        'IRM only collects what arrives, lost heartbeats included, and resolves it when maintenance ends.'
      );
  return { title, text };
}
