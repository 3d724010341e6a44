import { t } from '@grafana/i18n';
import type { Obstacle } from '../connection/plan/types';
import { verbatim } from './verbatim';

/** What stands in a plan's way, and what to do about it. */
export function describeObstacle(obstacle: Obstacle): string {
  switch (obstacle.reason) {
    case 'nameMissing':
      return t('ui.obstacle.name-missing', 'The contact point needs a name.');
    case 'nameTaken':
      return t(
        'ui.obstacle.name-taken',
        'There is another contact point named "{{name}}". Grafana would silently add this integration to it, and everything sent there would go to both. Choose another name.',
        verbatim({ name: obstacle.name })
      );
    case 'uidTaken':
      return t(
        'ui.obstacle.uid-taken',
        'The contact point "{{name}}" carries the identifier {{uid}} of this connection but sends somewhere else. Rename or remove it in Grafana first.',
        verbatim({ name: obstacle.name, uid: obstacle.uid })
      );
    case 'nameShared':
      return t(
        'ui.obstacle.name-shared',
        'The contact point "{{name}}" has further integrations, and each would get every message. Give this one a contact point of its own.',
        verbatim({ name: obstacle.name })
      );
    case 'locked':
      return t(
        'ui.obstacle.locked',
        '"{{name}}" is locked as provisioned, and Grafana does not let anyone unlock it. It is changed as a locked object.',
        verbatim({ name: obstacle.name })
      );
    case 'maxAlertsInvalid':
      return t('ui.obstacle.max-alerts', 'Max alerts must be a whole number, 0 or greater. 0 means no limit.');
    case 'timingBlocked':
      return t(
        'ui.obstacle.timing',
        'These times cannot hold the heartbeat: beats would come too late for the heartbeat interval of IRM.'
      );
    case 'intervalNotAllowed':
      return t('ui.obstacle.interval', 'IRM does not offer a heartbeat interval of {{seconds}} seconds.', {
        seconds: obstacle.interval,
      });
    case 'heartbeatUrlWrong':
      return t('ui.obstacle.heartbeat-url', 'This is not the heartbeat address of an IRM integration.');
    case 'dataSourceMissing':
      return t('ui.obstacle.data-source', 'Choose the data source that the heartbeat is to watch.');
    case 'groupShared':
      return t(
        'ui.obstacle.group-shared',
        'Other rules stand in the rule group {{group}} and would be lost: {{titles}}. Move them to another group first.',
        verbatim({ group: obstacle.group, titles: obstacle.titles.join(', ') })
      );
    case 'inUse':
      return t(
        'ui.obstacle.in-use',
        '"{{name}}" stays, because other rules send to it: {{titles}}.',
        verbatim({ name: obstacle.name, titles: obstacle.titles.join(', ') })
      );
  }
}
