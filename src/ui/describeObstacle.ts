import { t } from '@grafana/i18n';
import type { Obstacle } from '../connection/plan/types';
import type { ContactPointUses } from '../connection/reading/uses';
import { describeGrafanaError } from './describeGrafanaError';
import { secretName } from './secretName';
import { verbatim } from './verbatim';

type Sentences = { [Reason in Obstacle['reason']]: (obstacle: Extract<Obstacle, { reason: Reason }>) => string };

/** What stands in a plan's way, and what to do about it. */
export function describeObstacle(obstacle: Obstacle): string {
  // TypeScript does not see that the function under a reason takes the obstacle of that reason.
  const describe = SENTENCES[obstacle.reason] as (obstacle: Obstacle) => string;
  return describe(obstacle);
}

const SENTENCES: Sentences = {
  nameMissing: () => t('ui.obstacle.name-missing', 'The contact point needs a name.'),
  nameTaken: ({ name }) =>
    t(
      'ui.obstacle.name-taken',
      'There is another contact point named "{{name}}". Grafana would silently add this integration to it, and everything sent there would go to both. Choose another name.',
      verbatim({ name })
    ),
  titleTooLong: ({ bytes, most }) =>
    t(
      'ui.obstacle.title-too-long',
      'The alert rule gets this name as its title. Grafana takes titles of up to {{most}} bytes, and this one has {{bytes}}. Shorten it.',
      { most, bytes }
    ),
  addressTaken: ({ name }) =>
    t(
      'ui.obstacle.address-taken',
      'The contact point "{{name}}" already sends a heartbeat to this integration. Of two heartbeats at one address one could die unseen. Remove one of them first.',
      verbatim({ name })
    ),
  nearTwin: ({ name }) =>
    t(
      'ui.obstacle.near-twin',
      '"{{name}}" sends to the same integration under another address. With both, alerts that reach both arrive twice.',
      verbatim({ name })
    ),
  nameShared: ({ name, types }) =>
    t(
      'ui.obstacle.name-shared',
      'The contact point "{{name}}" has further integrations ({{types}}), and each gets every message. Give this one a contact point of its own.',
      verbatim({ name, types: types.join(', ') })
    ),
  locked: ({ name }) =>
    t(
      'ui.obstacle.locked',
      '"{{name}}" is locked as provisioned, and Grafana does not let anyone unlock it. It is changed as a locked object.',
      verbatim({ name })
    ),
  keptElsewhere: (obstacle) => keptElsewhere(obstacle),
  maxAlertsInvalid: () =>
    t('ui.obstacle.max-alerts', 'Max alerts must be a whole number, 0 or greater. 0 means no limit.'),
  secretNeeded: ({ from, places }) =>
    t(
      'ui.obstacle.secret-needed',
      'Beats need the same access as the alerts, and Grafana does not show what is stored in "{{from}}". Enter it once more: {{secrets}}.',
      verbatim({ from, secrets: places.map(secretName).join(', ') })
    ),
  timingBlocked: () =>
    t(
      'ui.obstacle.timing',
      'These times cannot hold the heartbeat: beats would come too late for the heartbeat interval of IRM.'
    ),
  intervalNotAllowed: ({ interval }) =>
    t('ui.obstacle.interval', 'IRM does not offer a heartbeat interval of {{seconds}} seconds.', { seconds: interval }),
  heartbeatUrlWrong: () => t('ui.obstacle.heartbeat-url', 'This is not the heartbeat address of this integration.'),
  dataSourceMissing: () => t('ui.obstacle.data-source', 'Choose the data source that the heartbeat is to watch.'),
  groupShared: ({ group, titles }) =>
    t(
      'ui.obstacle.group-shared',
      'Other rules stand in the rule group {{group}} and would be lost: {{titles}}. Move them to another group first.',
      verbatim({ group, titles: titles.join(', ') })
    ),
  inUse: ({ name, uses }) =>
    t(
      'ui.obstacle.in-use',
      '"{{name}}" stays, because it is in use. {{uses}} Point them elsewhere, then remove it.',
      verbatim({ name, uses: usesText(uses) })
    ),
  policiesHidden: () =>
    t(
      'ui.obstacle.policies-hidden',
      'You may not see the notification policies. Should one of them use a contact point, Grafana keeps it.'
    ),
  folderNotEmpty: ({ others }) =>
    others === undefined
      ? t('ui.obstacle.folder-hidden', 'The folder stays, because you may not see what else it holds.')
      : t('ui.obstacle.folder-not-empty', 'The folder stays: it also holds {{count}} dashboards, folders or panels.', {
          count: others,
          defaultValue_one: 'The folder stays: it also holds a dashboard, folder or panel.',
        }),
  notRead: ({ error }) =>
    t(
      'ui.obstacle.not-read',
      'The heartbeat rules could not be read, so nothing is planned on them. {{title}}. Try again.',
      verbatim({ title: describeGrafanaError(error).title })
    ),
};

/** Who uses a contact point, by name. */
function usesText({ policies, rules }: ContactPointUses): string {
  const named = policies.map((way) => way || t('ui.obstacle.default-policy', 'the default policy'));
  return [
    ...(named.length > 0
      ? [
          t(
            'ui.obstacle.uses-policies',
            'Notification policies: {{policies}}.',
            verbatim({ policies: named.join('; ') })
          ),
        ]
      : []),
    ...(rules.length > 0
      ? [
          t(
            'ui.obstacle.uses-rules',
            'Alert rules: {{rules}}.',
            verbatim({ rules: rules.map(({ title, folder }) => `${title} (${folder})`).join(', ') })
          ),
        ]
      : []),
  ].join(' ');
}

/** A file writes its objects again at the next start, so only a change of the file lasts. */
function keptElsewhere({ name, uid, by, isRemoval }: Extract<Obstacle, { reason: 'keptElsewhere' }>): string {
  const values = verbatim({ name, uid });
  if (by === 'file') {
    return isRemoval
      ? t(
          'ui.obstacle.file-removal',
          '"{{name}}" comes from a provisioning file of the Grafana server and is back after its next restart. Take the entry with uid: {{uid}} out of that file.',
          values
        )
      : t(
          'ui.obstacle.file-change',
          '"{{name}}" comes from a provisioning file of the Grafana server, and only that file can change it: the entry with uid: {{uid}}.',
          values
        );
  }
  return by === 'converted'
    ? t(
        'ui.obstacle.converted',
        '"{{name}}" was imported from Prometheus or Alertmanager configuration, and only a new import can change it.',
        values
      )
    : t('ui.obstacle.other-keeper', '"{{name}}" is kept by another tool, and only that can change it.', values);
}
