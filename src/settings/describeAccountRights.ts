import { t } from '@grafana/i18n';
import { grantedBy, type Doors, type Permissions } from '../connection/plan/granted';
import { missingRights, type Task } from '../connection/plan/rights';
import { verbatim } from '../ui/verbatim';
import type { Finding } from './describeIrmFindings';

/** What the plugin's service account may do, task by task, and for each that it may not the permissions it lacks. */
export function describeAccountRights(permissions: Permissions, doors: Doors): Finding[] {
  const granted = grantedBy(permissions);
  return rows().map(({ tasks, may, mayNot }) => {
    const missing = [...new Set(tasks.flatMap((task) => missingRights(granted, task, doors)))];
    return missing.length === 0
      ? { kind: 'may', text: may }
      : { kind: 'mayNot', text: mayNot(verbatim({ rights: missing.join(', ') })) };
  });
}

interface Row {
  tasks: readonly Task[];
  may: string;
  mayNot(lacking: Record<string, unknown>): string;
}

const rows = (): Row[] => [
  {
    tasks: ['contactPoint', 'changeContactPoint'],
    may: t('settings.check.may.contact-points', 'It may create and change contact points.'),
    mayNot: (lacking) =>
      t(
        'settings.check.may-not.contact-points',
        'It may not create or change contact points. It lacks: {{rights}}',
        lacking
      ),
  },
  {
    tasks: ['createRule', 'changeRule'],
    may: t('settings.check.may.rules', 'It may create and change heartbeats, which are alert rules in a folder.'),
    mayNot: (lacking) =>
      t(
        'settings.check.may-not.rules',
        'It may not create or change heartbeats, which are alert rules in a folder. It lacks: {{rights}}',
        lacking
      ),
  },
  {
    tasks: ['test'],
    may: t('settings.check.may.test', 'It may send test notifications.'),
    mayNot: (lacking) =>
      t('settings.check.may-not.test', 'It may not send test notifications. It lacks: {{rights}}', lacking),
  },
  {
    tasks: ['silence'],
    may: t('settings.check.may.silence', 'It may end and create silences.'),
    mayNot: (lacking) =>
      t('settings.check.may-not.silence', 'It may not end or create silences. It lacks: {{rights}}', lacking),
  },
  {
    tasks: ['remove'],
    may: t('settings.check.may.remove', 'It may remove connections.'),
    mayNot: (lacking) =>
      t('settings.check.may-not.remove', 'It may not remove connections. It lacks: {{rights}}', lacking),
  },
];
