import type { GrafanaError } from '../../src/connection/port/grafanaPort';
import { describeGrafanaError } from '../../src/ui/describeGrafanaError';
import type { Description } from '../../src/ui/describeReadError';

type Sentence = ((error: GrafanaError) => Description) | 'asOnPages';

/**
 * Every reason by name, so that a new one has to be thought of here. Most read as on the plugin's pages; those that send
 * a person to their browser have words of their own.
 */
const SENTENCES: Record<GrafanaError['reason'], Sentence> = {
  unauthorized: () => ({
    title: 'Grafana rejected the token',
    text: 'It was deleted, has expired, was mistyped, or belongs to another Grafana.',
  }),
  forbidden: ({ message }) => ({
    title: 'Permission denied',
    text: `${sentence(message)} Give the service account the Editor role, or the missing permissions.`,
  }),
  notFound: () => ({
    title: 'Not found in Grafana',
    text: 'Somebody may have deleted it, or something in front of Grafana keeps the request out. Run the command again.',
  }),
  notServed: ({ path = '' }) => ({
    title: "Grafana's API was not found",
    text: `Not found: ${path}. Check url in the file, with the path that Grafana is served under, let requests to /api and /apis through, and check that Grafana Alerting is enabled.`,
  }),
  contradicted: ({ message }) => ({
    title: "Grafana's list of contact points cannot be right",
    text: `It is empty, and ${message === '' ? 'an organization always has a contact point' : `elsewhere Grafana still tells of ${message}`}. The token may lack a permission, or something in front of Grafana answered in its place.`,
  }),
  uidTaken: () => ({
    title: 'This object already exists',
    text: 'Somebody else may be setting up the same connection. Run the command again.',
  }),
  changedMeanwhile: () => ({
    title: 'Changed by someone else',
    text: 'Nothing was overwritten. Run plan to see what holds now.',
  }),
  wentOver: 'asOnPages',
  withoutEffect: () => ({
    title: 'Grafana does not show the change',
    text: 'It was answered as done, but nothing of it shows. Something in front of Grafana may have answered in its place, another replica may lag behind, or someone took it back. Run the command again.',
  }),
  outdated: () => ({
    title: 'Grafana answers with an older state',
    text: 'Another replica may lag behind. Nothing was overwritten. Run the command again.',
  }),
  timeout: () => ({
    title: 'Grafana took too long to answer',
    text: 'It may have completed the request anyway. Running the command again is safe.',
  }),
  unreachable: ({ message }) => ({ title: 'Grafana cannot be reached', text: sentence(message) }),
  webPage: ({ message }) => ({
    title: 'Something in front of Grafana answered instead',
    text: `${sentence(message)} Check url in the file, and let requests to /api and /apis through.`,
  }),
  stopped: () => ({ title: 'Stopped', text: 'The step in progress was completed. Nothing else was started.' }),
  notLoaded: ({ message }) => ({ title: 'A part of irm-connect is missing', text: sentence(message) }),
  nameTaken: 'asOnPages',
  locked: 'asOnPages',
  cannotLock: () => ({
    title: 'This Grafana cannot lock objects',
    text: 'Locking needs the provisioning API, which this version no longer has. Set locked to false.',
  }),
  inUse: 'asOnPages',
  invalid: 'asOnPages',
  rateLimited: 'asOnPages',
  limitReached: 'asOnPages',
  noAlertmanager: 'asOnPages',
  integrationNotAllowed: 'asOnPages',
  originRefused: 'asOnPages',
  busy: 'asOnPages',
  proxyNotConfigured: 'asOnPages',
  otherOrganization: 'asOnPages',
  unexpected: 'asOnPages',
};

/** What a failed call means and what to do about it, for somebody in front of a terminal or of a log. */
export function describeFailure(error: GrafanaError): string {
  const words = SENTENCES[error.reason];
  const { title, text } = words === 'asOnPages' ? describeGrafanaError(error) : words(error);
  return text === '' ? `${title}.` : `${title}. ${text}`;
}

function sentence(text: string): string {
  const bare = text.trim().replace(/[.\s]+$/, '');
  return bare === '' ? '' : `${bare.charAt(0).toUpperCase()}${bare.slice(1)}.`;
}
