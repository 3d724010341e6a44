import { t } from '@grafana/i18n';
import type { Connection } from '../connection/ownership/connections';
import type { Endpoint } from '../connection/model';
import { docsLinks } from '../grafana/links';
import type { Draft } from './step/draft';
import type { EndpointWay, StepId } from './step/stepProps';

/** What the wizard's course depends on. */
export interface WizardState {
  connection: Connection | undefined;
  endpoint: Endpoint | undefined;
  draft: Draft;
  way: EndpointWay;
}

export interface Step {
  id: StepId;
  isOptional: boolean;
  title(): string;
  /** Why the step exists, in a sentence or two. */
  why(): string;
  docs(): Array<{ label: string; href: string }>;
  isDone(state: WizardState): boolean;
  isOpen(state: WizardState): boolean;
}

const hasAlertContactPoint = ({ connection }: WizardState) => connection?.alertContactPoint !== undefined;
const hasHeartbeat = ({ connection }: WizardState) =>
  connection?.heartbeatContactPoint !== undefined && connection.rule !== undefined;

/** All steps, in order. Nothing but Grafana's objects, the endpoint at hand and the draft decides how far it got. */
export const STEPS: readonly Step[] = [
  {
    id: 'integration',
    isOptional: false,
    title: () => t('setup.steps.integration.title', 'Integration'),
    why: () =>
      t(
        'setup.steps.integration.why',
        'An integration is where IRM takes alerts in. It has an address of its own and decides how alerts become alert groups and who is paged.'
      ),
    docs: () => [
      { label: t('setup.steps.docs.irm-alerting', 'Configure IRM for Alerting'), href: docsLinks.configureIrm },
      { label: t('setup.steps.docs.templates', 'IRM templates'), href: docsLinks.irmTemplates },
      { label: t('setup.steps.docs.escalation', 'Escalation chains'), href: docsLinks.escalationChains },
    ],
    isDone: ({ endpoint, draft, way }) => endpoint !== undefined || (way === 'paste' && draft.integrationIsThere),
    isOpen: () => true,
  },
  {
    id: 'endpoint',
    isOptional: false,
    title: () => t('setup.steps.endpoint.title', 'HTTP endpoint'),
    why: () =>
      t(
        'setup.steps.endpoint.why',
        'The HTTP endpoint is the address that Grafana will send alerts to. The token inside it is the only key: whoever knows the address can page you.'
      ),
    docs: () => [
      { label: t('setup.steps.docs.webhook', 'Webhook contact point'), href: docsLinks.webhookContactPoint },
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
        'A contact point tells Grafana where notifications go. This one sends them to your integration; rules and notification policies can then refer to it by its name.'
      ),
    docs: () => [
      { label: t('setup.steps.docs.contact-points', 'Contact points'), href: docsLinks.contactPoints },
      { label: t('setup.steps.docs.payload', 'Webhook payload'), href: docsLinks.webhookPayload },
    ],
    isDone: hasAlertContactPoint,
    isOpen: ({ endpoint }) => endpoint !== undefined,
  },
  {
    id: 'heartbeat',
    isOptional: true,
    title: () => t('setup.steps.heartbeat.title', 'Heartbeat'),
    why: () =>
      t(
        'setup.steps.heartbeat.why',
        'A Grafana that is down cannot tell anyone. With a heartbeat IRM notices when nothing comes any longer and pages you.'
      ),
    docs: () => [
      { label: t('setup.steps.docs.irm-alerting', 'Configure IRM for Alerting'), href: docsLinks.configureIrm },
    ],
    isDone: hasHeartbeat,
    isOpen: (state) => hasAlertContactPoint(state) || state.connection?.heartbeatContactPoint !== undefined,
  },
  {
    id: 'proof',
    isOptional: false,
    title: () => t('setup.steps.proof.title', 'Proof'),
    why: () =>
      t(
        'setup.steps.proof.why',
        'Set up is not the same as working. Here you see beats leave, and what is left to do in IRM.'
      ),
    docs: () => [{ label: t('setup.steps.docs.escalation', 'Escalation chains'), href: docsLinks.escalationChains }],
    isDone: () => false,
    isOpen: (state) => hasAlertContactPoint(state) || hasHeartbeat(state),
  },
];

/** The wizard as it is for a connection: an endpoint that IRM's API names needs no step of its own. */
export function stepsFor({ way }: Pick<WizardState, 'way'>): readonly Step[] {
  return way === 'irm' ? STEPS.filter(({ id }) => id !== 'endpoint') : STEPS;
}

export function findStep(id: string | undefined): Step | undefined {
  return STEPS.find((step) => step.id === id);
}

/** Where a person goes on: the first open step that is not done; without one, the last open step. */
export function nextStep(state: WizardState): StepId {
  const open = stepsFor(state).filter((step) => step.isOpen(state));
  return (open.find((step) => !step.isDone(state)) ?? open.at(-1) ?? STEPS[0])?.id ?? 'integration';
}
