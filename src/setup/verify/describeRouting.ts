import { t } from '@grafana/i18n';
import type { AlertRouting } from '../../connection/routing/alertRouting';
import { verbatim } from '../../ui/verbatim';
import type { Milestone } from './milestone';

/** Whether alerts are sent this way; nothing until that was asked. */
export function describeRouting(routing: AlertRouting | undefined): Milestone[] {
  switch (routing?.kind) {
    case undefined:
      return [];
    case 'unknown':
      return [
        {
          id: 'routed',
          state: 'unread',
          title: t('setup.verify.routed-unread', 'Not known whether alerts are routed'),
          detail: t('setup.verify.routed-unread-detail', 'Notification policies or alert rules could not be read.'),
        },
      ];
    case 'notRouted':
      return [
        {
          id: 'routed',
          state: 'open',
          title: t('setup.verify.not-routed', 'No alerts routed yet'),
          detail: routing.isShut
            ? t(
                'setup.verify.shut-detail',
                'Notification policies or alert rules use the contact point, but their mute or active timings never let an alert through.'
              )
            : t('setup.verify.not-routed-detail', 'No notification policy and no alert rule uses the contact point.'),
        },
      ];
    case 'routed':
      return [
        {
          id: 'routed',
          state: 'done',
          title: t('setup.verify.routed', 'Alerts routed'),
          detail:
            routing.rules === undefined
              ? t(
                  'setup.verify.routed-rules-unread',
                  'By notification policies: {{policies}}. Alert rules could not be read.',
                  verbatim({ policies: routing.policies })
                )
              : t(
                  'setup.verify.routed-detail',
                  'By notification policies: {{policies}}, by alert rules: {{rules}}.',
                  verbatim({ policies: routing.policies, rules: routing.rules })
                ),
        },
      ];
  }
}
