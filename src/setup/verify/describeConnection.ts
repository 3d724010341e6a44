import { t } from '@grafana/i18n';
import type { Connection } from '../../connection/ownership/connections';
import type { Journey } from '../step/journey';
import type { StepProps } from '../step/stepProps';
import { verbatim } from '../../ui/verbatim';
import type { Milestone } from './milestone';

interface Known extends Pick<StepProps, 'isProven' | 'note' | 'goTo'> {
  connection: Connection;
  journey: Journey;
}

/** The half of the checklist that is about alerts: the contact point, and whether a test got through. */
export function describeConnection({ connection, journey, isProven, note, goTo }: Known): Milestone[] {
  const { alertContactPoint } = connection;
  if (!alertContactPoint) {
    const title = t('setup.verify.no-contact-point', 'No contact point for alerts');
    const action = { text: t('setup.verify.create', 'Create contact point'), onClick: () => goTo('contact-point') };
    return [{ id: 'contact-point', state: 'open', title, detail: '', action }];
  }
  const created: Milestone = {
    id: 'contact-point',
    state: 'done',
    title: t('setup.verify.contact-point', 'Contact point created'),
    detail: alertContactPoint.name,
  };
  if (!isProven) {
    const action = { text: t('setup.verify.test', 'Send test alert'), onClick: () => goTo('contact-point') };
    const test: Omit<Milestone, 'state' | 'title'> = { id: 'test', detail: '', action };
    return [
      created,
      isProven === undefined
        ? {
            ...test,
            state: 'unread',
            title: t('setup.verify.test-unread', 'Not known whether a test alert was accepted'),
          }
        : { ...test, state: 'open', title: t('setup.verify.not-tested', 'No test alert was accepted yet') },
    ];
  }
  return [created, ...testOf(journey, () => note({ isSeen: true }))];
}

function testOf({ testedAt, answeredMs, isSeen }: Journey, onSeen: () => void): Milestone[] {
  if (testedAt === undefined) {
    return [];
  }
  return [
    {
      id: 'test',
      state: 'done',
      title:
        answeredMs === undefined
          ? t('setup.verify.tested', 'Test alert accepted')
          : t('setup.verify.tested-in', 'Test alert accepted in {{ms}} ms', verbatim({ ms: Math.round(answeredMs) })),
      detail: '',
    },
    isSeen
      ? { id: 'seen', state: 'done', title: t('setup.verify.seen', 'Test alert seen in IRM'), detail: '' }
      : {
          id: 'seen',
          state: 'elsewhere',
          title: t('setup.verify.not-seen', 'Test alert in IRM not confirmed'),
          detail: t('setup.verify.look', 'Look for it among the alert groups in IRM.'),
          action: { text: t('setup.verify.i-see', 'I see it'), onClick: onSeen },
        },
  ];
}
