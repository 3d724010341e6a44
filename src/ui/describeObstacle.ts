import { t } from '@grafana/i18n';
import type { Obstacle } from '../connection/plan/types';
import type { ContactPointUses } from '../connection/reading/uses';
import { describeReadError } from './describeReadError';
import { formatSeconds } from './formatSeconds';
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
      'This name is also the title of the alert rule. Titles can have up to {{most}} bytes, and this one has {{bytes}}. Shorten it.',
      { most, bytes }
    ),
  addressTaken: ({ name }) =>
    t(
      'ui.obstacle.address-taken',
      'The contact point "{{name}}" already sends a heartbeat to this integration. With two, one could fail unnoticed. Delete one first.',
      verbatim({ name })
    ),
  nearTwin: ({ name }) =>
    t(
      'ui.obstacle.near-twin',
      '"{{name}}" sends to the same integration under another URL. Alerts that reach both arrive twice.',
      verbatim({ name })
    ),
  nameShared: ({ name, types }) =>
    t(
      'ui.obstacle.name-shared',
      'The contact point "{{name}}" has other integrations ({{types}}), and each gets every message. Use a separate contact point.',
      verbatim({ name, types: types.join(', ') })
    ),
  locked: ({ name }) =>
    t(
      'ui.obstacle.locked',
      '"{{name}}" is provisioned, and Grafana cannot unlock it. It is changed as a provisioned object.',
      verbatim({ name })
    ),
  keptElsewhere: (obstacle) => keptElsewhere(obstacle),
  maxAlertsInvalid: () =>
    t('ui.obstacle.max-alerts', 'Max alerts must be a whole number, 0 or greater. 0 means no limit.'),
  secretNeeded: ({ from, places }) =>
    t(
      'ui.obstacle.secret-needed',
      'Heartbeats need the same credentials as alerts, and Grafana does not show those stored in "{{from}}". Enter them again: {{secrets}}.',
      verbatim({ from, secrets: places.map(secretName).join(', ') })
    ),
  timingBlocked: () =>
    t('ui.obstacle.timing', "With this timing, heartbeats would come too late for IRM's heartbeat interval."),
  organizationLimit: (obstacle) => organizationLimit(obstacle),
  intervalNotAllowed: ({ interval }) =>
    t('ui.obstacle.interval', 'IRM has no heartbeat interval of {{count}} seconds.', {
      count: interval,
      defaultValue_one: 'IRM has no heartbeat interval of {{count}} second.',
    }),
  heartbeatUrlWrong: () => t('ui.obstacle.heartbeat-url', 'This is not the heartbeat endpoint of this integration.'),
  dataSourceMissing: () => t('ui.obstacle.data-source', 'Select the data source that the heartbeat watches.'),
  groupShared: ({ group, titles }) =>
    t(
      'ui.obstacle.group-shared',
      'This would also change other rules in the rule group {{group}}: {{titles}}. Keep the evaluation interval, or move the heartbeat rule to a group of its own in Grafana first.',
      verbatim({ group, titles: titles.join(', ') })
    ),
  inUse: ({ name, uses }) =>
    t(
      'ui.obstacle.in-use',
      '"{{name}}" is in use and stays. {{uses}} Point them elsewhere, then delete it.',
      verbatim({ name, uses: usesText(uses) })
    ),
  policiesHidden: () =>
    t(
      'ui.obstacle.policies-hidden',
      'You cannot see the notification policies. If one of them uses a contact point, Grafana keeps it.'
    ),
  folderNotEmpty: ({ others }) =>
    others === undefined
      ? t('ui.obstacle.folder-hidden', 'The folder stays, because you cannot see what else it contains.')
      : t(
          'ui.obstacle.folder-not-empty',
          'The folder stays: it also contains {{count}} dashboards, folders or panels.',
          {
            count: others,
            defaultValue_one: 'The folder stays: it also contains a dashboard, folder or panel.',
          }
        ),
  ruleHidden: ({ name, error }) =>
    t(
      'ui.obstacle.rule-hidden',
      'A rule may already send to "{{name}}" from a folder that you cannot view, so nothing is planned for it. {{title}}.',
      verbatim({ name, title: describeReadError(error).title })
    ),
  otherFolder: ({ title }) =>
    t(
      'ui.obstacle.other-folder',
      '"{{title}}" is in another folder. Through its service account the plugin changes only rules in the folder "IRM heartbeats". Ask an administrator to turn that access off, or change the rule in Grafana.',
      verbatim({ title })
    ),
  labelsReroute: ({ title }) =>
    t(
      'ui.obstacle.labels-reroute',
      'With the labels of the plugin, notification policies would route "{{title}}" differently. Select the contact point in the rule first.',
      verbatim({ title })
    ),
  notRead: ({ error }) =>
    t(
      'ui.obstacle.not-read',
      'The heartbeat rules could not be read, so nothing is planned for them. {{title}}. Try again.',
      verbatim({ title: describeReadError(error).title })
    ),
};

/** Heartbeats and alerts share what IRM accepts, so what the ones use the others lack. */
function organizationLimit({
  blocking,
  messages,
  limit,
  proposed,
}: Extract<Obstacle, { reason: 'organizationLimit' }>): string {
  const values = verbatim({ messages, limit });
  const what = blocking
    ? t(
        'ui.obstacle.organization-full',
        'With this heartbeat, heartbeats of this Grafana would use all {{limit}} messages that IRM accepts from an organization in 5 minutes ({{messages}}), and alerts would be refused.',
        values
      )
    : t(
        'ui.obstacle.organization-half',
        'With this heartbeat, heartbeats of this Grafana use {{messages}} of the {{limit}} messages that IRM accepts from an organization in 5 minutes. Alerts share them.',
        values
      );
  if (proposed !== undefined) {
    const interval = verbatim({ interval: formatSeconds(proposed) });
    return `${what} ${t('ui.obstacle.organization-interval', 'Select a heartbeat interval of {{interval}} or longer.', interval)}`;
  }
  return blocking
    ? `${what} ${t('ui.obstacle.organization-others', 'Select longer heartbeat intervals for other connections first.')}`
    : what;
}

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
          '"{{name}}" comes from a provisioning file and returns when Grafana restarts. Remove the entry with uid: {{uid}} from that file.',
          values
        )
      : t(
          'ui.obstacle.file-change',
          '"{{name}}" comes from a provisioning file and can only be changed there: the entry with uid: {{uid}}.',
          values
        );
  }
  return by === 'converted'
    ? t(
        'ui.obstacle.converted',
        '"{{name}}" was imported from a Prometheus or Alertmanager configuration and can only be changed by a new import.',
        values
      )
    : t('ui.obstacle.other-keeper', '"{{name}}" is managed by another tool and can only be changed there.', values);
}
