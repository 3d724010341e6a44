import { t } from '@grafana/i18n';
import type { Proof } from '../../connection/proof';

export interface Milestone {
  id: 'rule' | 'delivery' | 'next';
  state: 'waiting' | 'done' | 'failed';
  title: string;
  detail: string;
}

/** The proof as three milestones in words. `formatTime` turns epoch milliseconds into a time of day. */
export function describeProof(proof: Proof, formatTime: (time: number) => string): Milestone[] {
  return [
    { id: 'rule', ...describeRule(proof, formatTime) },
    { id: 'delivery', ...describeDelivery(proof, formatTime) },
    {
      id: 'next',
      state: proof.nextExpected === undefined ? 'waiting' : 'done',
      title: t('setup.proof.next.title', 'Next beat expected'),
      detail: t('setup.proof.next.waiting', 'Known once a beat has been delivered'),
    },
  ];
}

type Description = Omit<Milestone, 'id'>;

function describeRule({ rule, firingSince, ruleError }: Proof, formatTime: (time: number) => string): Description {
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
    case 'pending':
      return {
        state: 'waiting',
        title: t('setup.proof.rule.pending', 'The rule is pending'),
        detail: t('setup.proof.rule.pending-detail', 'It fires once the pending period has passed.'),
      };
    case 'waiting':
      return {
        state: 'waiting',
        title: t('setup.proof.rule.waiting', 'Waiting for the first evaluation'),
        detail: t('setup.proof.rule.waiting-detail', 'Grafana evaluates the rule within 10 seconds.'),
      };
    case 'paused':
      return {
        state: 'failed',
        title: t('setup.proof.rule.paused', 'The rule is paused'),
        detail: t('setup.proof.rule.paused-detail', 'No beats leave. Resume the evaluation of the rule.'),
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

function describeDelivery(
  { delivery, lastAttempt, deliveryError }: Proof,
  formatTime: (time: number) => string
): Description {
  switch (delivery) {
    case 'delivered':
      return {
        state: 'done',
        title: t('setup.proof.delivery.delivered', 'Beat delivered'),
        detail: t('setup.proof.delivery.at', 'At {{time}}, answered by the heartbeat endpoint', {
          time: lastAttempt === undefined ? '' : formatTime(lastAttempt),
        }),
      };
    case 'failed':
      return {
        state: 'failed',
        title: t('setup.proof.delivery.failed', 'The last beat was not delivered'),
        detail: deliveryError ?? '',
      };
    case 'waiting':
      return {
        state: 'waiting',
        title: t('setup.proof.delivery.waiting', 'Waiting for the first beat'),
        detail: t(
          'setup.proof.delivery.waiting-detail',
          'It leaves right after the rule starts firing. This Grafana has not delivered one since its own start.'
        ),
      };
  }
}
