import { t } from '@grafana/i18n';
import type { GrafanaError, WriteReason } from '../connection/port/grafanaPort';
import { describeReadError, type Description } from './describeReadError';
import { verbatim } from './verbatim';
import { withoutFullStop } from './withoutFullStop';

/** What a failed call to Grafana means, a write as well, and what to do about it. */
export const describeGrafanaError = (error: GrafanaError): Description =>
  isOfWriting(error.reason) ? SENTENCES[error.reason](error) : describeReadError(error);

const isOfWriting = (reason: GrafanaError['reason']): reason is WriteReason => reason in SENTENCES;

const SENTENCES: Record<WriteReason, (error: GrafanaError) => Description> = {
  nameTaken: () => ({
    title: t('ui.grafana-error.name-taken.title', 'Name already in use'),
    text: t(
      'ui.grafana-error.name-taken.text',
      'Another contact point has this name. Choose another name. Nothing was changed.'
    ),
  }),
  uidTaken: () => ({
    title: t('ui.grafana-error.uid-taken.title', 'This object already exists'),
    text: t(
      'ui.grafana-error.uid-taken.text',
      'Somebody else may be setting up the same connection. Try again to continue from what is there now.'
    ),
  }),
  locked: () => ({
    title: t('ui.grafana-error.locked.title', 'This object is provisioned'),
    text: t(
      'ui.grafana-error.locked.text',
      'It was provisioned by a file, Terraform or the API, and can only be changed there.'
    ),
  }),
  cannotLock: () => ({
    title: t('ui.grafana-error.cannot-lock.title', 'This Grafana cannot lock objects'),
    text: t(
      'ui.grafana-error.cannot-lock.text',
      'Locking needs the provisioning API, which this version no longer has. Allow edits instead. Objects that are already locked can only be changed where they were created.'
    ),
  }),
  inUse: () => ({
    title: t('ui.grafana-error.in-use.title', 'Still in use'),
    text: t(
      'ui.grafana-error.in-use.text',
      'An alert rule or notification policy refers to it. Remove it there first.'
    ),
  }),
  changedMeanwhile: () => ({
    title: t('ui.grafana-error.changed-meanwhile.title', 'Changed by someone else'),
    text: t(
      'ui.grafana-error.changed-meanwhile.text',
      'Nothing was overwritten. Review the changes and apply them again.'
    ),
  }),
  wentOver: () => ({
    title: t('ui.grafana-error.went-over', "Saved over someone else's change of the same moment"),
    text: '',
  }),
  withoutEffect: () => ({
    title: t('ui.grafana-error.without-effect.title', 'Grafana does not show the change'),
    text: t(
      'ui.grafana-error.without-effect.text',
      'It was answered as done, but nothing of it shows. Something in front of Grafana may have answered in its place, another replica may lag behind, or someone took it back. Wait a moment and try again.'
    ),
  }),
  outdated: () => ({
    title: t('ui.grafana-error.outdated.title', 'Grafana answers with an older state'),
    text: t(
      'ui.grafana-error.outdated.text',
      'Another replica may lag behind. Nothing was overwritten. Wait a moment and try again.'
    ),
  }),
  limitReached: ({ message }) => ({
    title: t('ui.grafana-error.limit-reached.title', 'Limit reached'),
    text: t(
      'ui.grafana-error.limit-reached.text',
      'Nothing more can be added: {{message}}. Delete what you no longer need, or ask an administrator to raise the limit.',
      verbatim({ message: withoutFullStop(message) })
    ),
  }),
  integrationNotAllowed: () => ({
    title: t('ui.grafana-error.integration-not-allowed.title', 'This Grafana does not allow webhook contact points'),
    text: t(
      'ui.grafana-error.integration-not-allowed.text',
      "Alerts reach IRM by webhook. A server administrator has to add webhook to allowed_integrations in the [unified_alerting] section of Grafana's configuration and restart Grafana."
    ),
  }),
  originRefused: () => ({
    title: t('ui.grafana-error.origin-refused.title', 'Grafana rejects changes from this address'),
    text: t(
      'ui.grafana-error.origin-refused.text',
      'The reverse proxy in front of Grafana does not pass on the Host header, so nobody can change anything here. A server administrator has to pass it on, or add this host to csrf_trusted_origins in the [security] section.'
    ),
  }),
  stopped: () => ({
    title: t('ui.grafana-error.stopped.title', 'Stopped'),
    text: t('ui.grafana-error.stopped.text', 'The step in progress was completed. Nothing else was started.'),
  }),
};
