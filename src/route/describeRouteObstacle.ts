import { t } from '@grafana/i18n';
import type { RoutingObstacle } from '../connection/route-alerts/types';
import { verbatim } from '../ui/verbatim';
import { matchersText } from './policyTexts';

/** Why nothing can be written; undefined where the form is only not filled in yet. */
export function describeRouteObstacle(obstacle: RoutingObstacle): { title: string; text: string } | undefined {
  switch (obstacle.code) {
    case 'noContactPoint':
      return {
        title: t('route.obstacle.no-contact-point', 'No contact point for alerts'),
        text: t('route.obstacle.no-contact-point-text', 'Finish the setup of this connection first.'),
      };
    case 'badMatcher':
      return {
        title: t('route.obstacle.bad-matcher', 'This is not a regular expression'),
        text: matchersText([obstacle.matcher]),
      };
    case 'heartbeat':
      return {
        title: t('route.obstacle.heartbeat', 'This rule is a heartbeat'),
        text: t('route.obstacle.heartbeat-text', 'It has a contact point of its own. Choose another alert rule.'),
      };
    case 'locked':
      return lockedText(obstacle.provenance);
    case 'noMatchers':
    case 'noDefault':
      return undefined;
  }
}

function lockedText(provenance: string): { title: string; text: string } {
  const title = t('route.locked.title', 'Locked as provisioned');
  if (provenance === 'file') {
    return {
      title,
      text: t('route.locked.file', 'A provisioning file on the server holds this. Write these lines into the file.'),
    };
  }
  return {
    title,
    text:
      provenance === 'api' || provenance === 'terraform'
        ? t('route.locked.api', 'It was written through the API, for example by Terraform. Change it there, too.')
        : t(
            'route.locked.other',
            'It is managed outside of Grafana (“{{provenance}}”). Change it there, too.',
            verbatim({ provenance })
          ),
  };
}
