import { t } from '@grafana/i18n';
import { grantedBy, type Doors, type Permissions } from '../connection/plan/granted';
import { missingRights, type Task } from '../connection/plan/rights';
import { missingRoutingRights } from '../connection/plan/routingRights';
import { verbatim } from '../ui/verbatim';
import type { Finding } from './describeIrmFindings';

/** What the plugin's service account may do, task by task, and for each that it may not the permissions it lacks. */
export function describeAccountRights(permissions: Permissions, doors: Doors): Finding[] {
  const granted = grantedBy(permissions);
  return rows().map(({ tasks, may, mayNot }) => {
    const missing =
      tasks === 'routing'
        ? [false, true].flatMap((isRule) => missingRoutingRights(granted, doors, isRule))
        : [...new Set(tasks.flatMap((task) => missingRights(granted, task, doors)))];
    return missing.length === 0
      ? { kind: 'may', text: may }
      : { kind: 'mayNot', text: mayNot(verbatim({ rights: missing.join(', ') })) };
  });
}

interface Row {
  tasks: readonly Task[] | 'routing';
  may: string;
  mayNot(lacking: Record<string, unknown>): string;
}

const rows = (): Row[] => [
  {
    tasks: ['contactPoint', 'changeContactPoint'],
    may: t('settings.check.may.contact-points', 'It can create and change contact points.'),
    mayNot: (lacking) =>
      t(
        'settings.check.may-not.contact-points',
        'It cannot create or change contact points. Missing: {{rights}}',
        lacking
      ),
  },
  {
    tasks: ['createRule', 'changeRule'],
    may: t('settings.check.may.rules', 'It can create and change heartbeats (alert rules in a folder).'),
    mayNot: (lacking) =>
      t(
        'settings.check.may-not.rules',
        'It cannot create or change heartbeats (alert rules in a folder). Missing: {{rights}}',
        lacking
      ),
  },
  {
    tasks: ['test'],
    may: t('settings.check.may.test', 'It can send test alerts.'),
    mayNot: (lacking) => t('settings.check.may-not.test', 'It cannot send test alerts. Missing: {{rights}}', lacking),
  },
  {
    tasks: ['silence'],
    may: t('settings.check.may.silence', 'It can create and expire silences.'),
    mayNot: (lacking) =>
      t('settings.check.may-not.silence', 'It cannot create or expire silences. Missing: {{rights}}', lacking),
  },
  {
    tasks: 'routing',
    may: t('settings.check.may.routing', 'It can route alerts (notification policies, and alert rules of others).'),
    mayNot: (lacking) =>
      t(
        'settings.check.may-not.routing',
        'It cannot route alerts (notification policies, and alert rules of others). Missing: {{rights}}',
        lacking
      ),
  },
  {
    tasks: ['remove'],
    may: t('settings.check.may.remove', 'It can delete connections.'),
    mayNot: (lacking) =>
      t('settings.check.may-not.remove', 'It cannot delete connections. Missing: {{rights}}', lacking),
  },
];
