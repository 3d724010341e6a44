import { t } from '@grafana/i18n';
import { isSentElsewhere, type Proof } from '../../connection/health/proof';
import type { Milestone } from './milestone';

/**
 * The proof as three milestones in words. `now` is the server's time, epoch milliseconds; `formatTime` turns such a time
 * into a time of day.
 */
export function describeProof(proof: Proof, now: number, formatTime: (time: number) => string): Milestone[] {
  // A beat that was delivered is followed by others, of which a replica that did not answer may know.
  const isNextElsewhere =
    isSentElsewhere(proof) || (proof.delivery === 'delivered' && proof.nextExpected === undefined);
  return [
    { id: 'rule', ...describeRule(proof, now, formatTime) },
    { id: 'delivery', ...describeDelivery(proof, formatTime) },
    {
      id: 'next',
      state:
        proof.nextExpected !== undefined
          ? 'done'
          : isNextElsewhere
            ? 'elsewhere'
            : proof.delivery === 'notRead'
              ? 'unread'
              : 'waiting',
      title: t('setup.proof.next.title', 'Next heartbeat'),
      detail: isNextElsewhere
        ? t('setup.proof.next.elsewhere', 'Only the replica that sends knows')
        : t('setup.proof.next.waiting', 'Known once a heartbeat was delivered'),
    },
  ];
}

/** In place of the proof, where it could not be read whether there is a rule. */
export const describeUnreadRule = (): Milestone => ({
  id: 'rule',
  state: 'unread',
  title: t('setup.proof.rule.unread-all', 'The rule of the heartbeat could not be read'),
  detail: '',
});

type Description = Omit<Milestone, 'id'>;

function describeRule(proof: Proof, now: number, formatTime: (time: number) => string): Description {
  const { rule, firingSince, ruleError } = proof;
  const titleFiring = t('setup.proof.rule.firing', 'The rule is firing');
  switch (rule) {
    case 'firing':
      return {
        state: 'done',
        title: titleFiring,
        detail: firingSince
          ? t('setup.proof.rule.since', 'Since {{time}}', { time: formatTime(firingSince) })
          : t('setup.proof.rule.on', 'As it always should'),
      };
    case 'notRead':
      return {
        state: 'unread',
        title: t('setup.proof.rule.unread', 'The state of the rule could not be read'),
        detail: '',
      };
    case 'pending':
      return {
        state: 'waiting',
        title: t('setup.proof.rule.pending', 'The rule is pending'),
        detail: t('setup.proof.rule.pending-detail', 'It fires once the pending period has passed.'),
      };
    case 'waiting':
      if (proof.diagnosis?.code === 'evaluatesNothing') {
        return {
          state: 'elsewhere',
          title: t('setup.proof.rule.evaluates-nothing', 'This Grafana server does not evaluate rules'),
          detail: t('setup.proof.rule.evaluates-nothing-detail', 'Another server of the same Grafana has to do it.'),
        };
      }
      return {
        state: 'waiting',
        title: t('setup.proof.rule.waiting', 'Waiting for the first evaluation'),
        detail: waitingDetail(proof, now, formatTime),
      };
    case 'paused':
      return {
        state: 'failed',
        title: t('setup.proof.rule.paused', 'The rule is paused'),
        detail: t('setup.proof.rule.paused-detail', 'No heartbeats leave. Resume the rule.'),
      };
    case 'failing':
      return {
        state: 'failed',
        title: t('setup.proof.rule.failing', 'The rule cannot be evaluated'),
        detail: ruleError ?? t('setup.proof.rule.failing-detail', 'Look at the rule in Grafana.'),
      };
    case 'notFiring':
      return {
        state: 'failed',
        title: t('setup.proof.rule.not-firing', 'The rule does not fire'),
        detail: t('setup.proof.rule.not-firing-detail', 'Its query returns nothing or false. Look at it in Grafana.'),
      };
  }
}

function waitingDetail({ promisedBy }: Proof, now: number, formatTime: (time: number) => string): string {
  if (promisedBy === undefined || now > promisedBy) {
    return t('setup.proof.rule.overdue', 'It should have been evaluated by now.');
  }
  return t('setup.proof.rule.promised', 'The first heartbeat is due by {{time}} at the latest.', {
    time: formatTime(promisedBy),
  });
}

function describeDelivery(proof: Proof, formatTime: (time: number) => string): Description {
  const { delivery, lastAttempt, deliveryError } = proof;
  if (isSentElsewhere(proof)) {
    return {
      state: 'elsewhere',
      title: t('setup.proof.delivery.elsewhere', 'Another replica sends the heartbeats'),
      detail: t(
        'setup.proof.delivery.elsewhere-detail',
        'This Grafana has several replicas. Only the one that sends knows of its heartbeats, and it did not answer here.'
      ),
    };
  }
  switch (delivery) {
    case 'delivered':
      return {
        state: 'done',
        title: t('setup.proof.delivery.delivered', 'Heartbeat delivered'),
        detail: t(
          'setup.proof.delivery.at',
          'Answered at {{time}}. IRM shows it in the Heartbeat column of the integration.',
          {
            time: lastAttempt === undefined ? '' : formatTime(lastAttempt),
          }
        ),
      };
    case 'failed':
      return {
        state: 'failed',
        title: t('setup.proof.delivery.failed', 'The last heartbeat was not delivered'),
        detail: deliveryError ?? '',
      };
    case 'notRead':
      return {
        state: 'unread',
        title: t('setup.proof.delivery.unread', 'The last heartbeat could not be read'),
        detail: '',
      };
    case 'waiting':
      return {
        state: 'waiting',
        title: t('setup.proof.delivery.waiting', 'Waiting for the first heartbeat'),
        detail: t('setup.proof.delivery.waiting-detail', 'It leaves right after the rule starts firing.'),
      };
  }
}
