import { t } from '@grafana/i18n';
import type { AlertRouting } from '../../connection/routing/alertRouting';
import type { Milestone } from './milestone';

/** Whether alerts are sent to the connection; nothing where that is not known. */
export function describeRouting(routing: AlertRouting): Milestone[] {
  switch (routing.kind) {
    case 'unknown':
      return [];
    case 'notRouted':
      return [
        {
          id: 'routing',
          state: 'open',
          title: t('setup.verify.not-routed', 'No alerts routed yet'),
          detail: t('setup.verify.not-routed-detail', 'No notification policy or alert rule uses the contact point.'),
        },
      ];
    case 'routed':
      return [{ id: 'routing', state: 'done', title: t('setup.verify.routed', 'Alerts routed'), detail: '' }];
  }
}
