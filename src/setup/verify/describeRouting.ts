import { t } from '@grafana/i18n';
import type { AlertRouting } from '../../connection/routing/alertRouting';
import { verbatim } from '../../ui/verbatim';
import type { Milestone } from './milestone';

/** Whether alerts are sent this way; nothing where that could not be read. */
export function describeRouting(routing: AlertRouting): Milestone[] {
  switch (routing.kind) {
    case 'unknown':
      return [];
    case 'notRouted':
      return [
        {
          id: 'routed',
          state: 'open',
          title: t('setup.verify.not-routed', 'No alerts routed yet'),
          detail: t(
            'setup.verify.not-routed-detail',
            'No notification policy and no alert rule uses the contact point.'
          ),
        },
      ];
    case 'routed':
      return [
        {
          id: 'routed',
          state: 'done',
          title: t('setup.verify.routed', 'Alerts routed'),
          detail: t(
            'setup.verify.routed-detail',
            'By notification policies: {{policies}}, by alert rules: {{rules}}.',
            verbatim({ policies: routing.policies, rules: routing.rules })
          ),
        },
      ];
  }
}
