import { t } from '@grafana/i18n';
import type { Connection } from '../connection/ownership/connections';
import type { Endpoint } from '../connection/model';
import { docsLinks } from '../grafana/links';
import type { StepId } from './step/stepProps';

/** What the wizard's course depends on. */
export interface WizardState {
  connection: Connection | undefined;
  endpoint: Endpoint | undefined;
  /** Messages are known to reach the integration; undefined where what would tell could not be read. */
  isProven: boolean | undefined;
  /** A heartbeat is known to have been delivered, and none failed since; undefined as above. */
  isBeating: boolean | undefined;
  /** Whether there is a rule could not be read. */
  isRuleUnread: boolean;
}

export interface Step {
  id: StepId;
  isOptional: boolean;
  title(): string;
  /** Why the step exists, in a sentence or two. */
  why(): string;
  docs(): Array<{ label: string; href: string }>;
  /** Undefined where what would tell could not be read: it is neither done nor to do then. */
  isDone(state: WizardState): boolean | undefined;
  isOpen(state: WizardState): boolean;
}

const hasAlertContactPoint = ({ connection }: WizardState) => connection?.alertContactPoint !== undefined;
const hasHeartbeat = ({ connection, isRuleUnread }: WizardState) =>
  isRuleUnread ? undefined : connection?.heartbeatContactPoint !== undefined && connection.rule !== undefined;

/** Whether all of it is so; what is certainly not outweighs what is not known. */
const all = (...parts: ReadonlyArray<boolean | undefined>): boolean | undefined =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;

/** All steps, in order. Nothing but Grafana's objects, the endpoint at hand and what was proven decides how far it got. */
export const STEPS: readonly Step[] = [
  {
    id: 'integration',
    isOptional: false,
    title: () => t('setup.steps.integration.title', 'Integration'),
    why: () =>
      t(
        'setup.steps.integration.why',
        'An IRM integration receives the alerts of this Grafana and decides who is paged. Its HTTP endpoint is all that is needed here.'
      ),
    docs: () => [
      { label: t('setup.steps.docs.irm-alerting', 'Configure IRM for Alerting'), href: docsLinks.configureIrm },
    ],
    isDone: ({ endpoint }) => endpoint !== undefined,
    isOpen: () => true,
  },
  {
    id: 'contact-point',
    isOptional: false,
    title: () => t('setup.steps.contact-point.title', 'Contact point'),
    why: () =>
      t(
        'setup.steps.contact-point.why',
        'Grafana sends alerts to your integration through a contact point. Alert rules and notification policies refer to it by name.'
      ),
    docs: () => [{ label: t('setup.steps.docs.contact-points', 'Contact points'), href: docsLinks.contactPoints }],
    isDone: (state) => all(hasAlertContactPoint(state), state.isProven),
    isOpen: ({ endpoint }) => endpoint !== undefined,
  },
  {
    id: 'heartbeat',
    isOptional: true,
    title: () => t('setup.steps.heartbeat.title', 'Heartbeat'),
    why: () =>
      t(
        'setup.steps.heartbeat.why',
        'If Grafana goes down, nobody gets paged. A heartbeat lets IRM notice and page you.'
      ),
    docs: () => [
      { label: t('setup.steps.docs.irm-alerting', 'Configure IRM for Alerting'), href: docsLinks.configureIrm },
    ],
    isDone: hasHeartbeat,
    isOpen: (state) => hasAlertContactPoint(state) || state.connection?.heartbeatContactPoint !== undefined,
  },
  {
    id: 'verify',
    isOptional: false,
    title: () => t('setup.steps.verify.title', 'Verify'),
    why: () => t('setup.steps.verify.why', 'Watch the first heartbeat arrive, then send your alerts this way.'),
    docs: () => [{ label: t('setup.steps.docs.escalation', 'Escalation chains'), href: docsLinks.escalationChains }],
    isDone: (state) => all(hasAlertContactPoint(state), state.isProven, state.isBeating),
    isOpen: (state) => hasAlertContactPoint(state) || hasHeartbeat(state) !== false,
  },
];

/** Steps of earlier versions, whose addresses people may have kept. */
const FORMER_STEPS: Readonly<Record<string, StepId>> = { endpoint: 'integration', proof: 'verify' };

export function findStep(id: string | undefined): Step | undefined {
  return STEPS.find((step) => step.id === id);
}

/** The step that took the place of one of an earlier version. */
export function successorOf(id: string | undefined): StepId | undefined {
  return id !== undefined && Object.hasOwn(FORMER_STEPS, id) ? FORMER_STEPS[id] : undefined;
}

/**
 * Where a person goes on: the first open step that is known not to be done; without one the last, which tells of all that
 * is not known.
 */
export function nextStep(state: WizardState): StepId {
  const open = STEPS.filter((step) => step.isOpen(state));
  return (open.find((step) => step.isDone(state) === false) ?? open.at(-1) ?? STEPS[0])?.id ?? 'integration';
}
