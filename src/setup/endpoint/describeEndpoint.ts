import { t } from '@grafana/i18n';
import type { EndpointNote, EndpointProblem } from '../../connection/endpoint/readAddress';
import { describeAddressProblem } from '../../ui/describeAddressProblem';

/** Why a text is not an HTTP endpoint, and what to do. */
export function describeProblem(problem: EndpointProblem): string {
  return problem === 'heartbeatAddress'
    ? t(
        'setup.endpoint.problem.heartbeat',
        'This is the heartbeat address. It takes beats and no alerts: alerts sent there would be lost. It is needed in step 4.'
      )
    : describeAddressProblem(problem);
}

/** The type Webhook has a remedy of its own: see `WebhookTemplates`. */
type DescribedNote = Exclude<EndpointNote, 'webhookType'>;

export interface NoteDescription {
  severity: 'info' | 'warning';
  title: string;
  text: string | undefined;
}

/** What was mended in a usable address, or is worth knowing about it. */
export function describeNote(note: DescribedNote): NoteDescription {
  return NOTES[note]();
}

const NOTES: Record<DescribedNote, () => NoteDescription> = {
  whitespaceRemoved: () => mended(t('setup.endpoint.note.whitespace', 'Blanks and line breaks were taken out')),
  wrappingRemoved: () => mended(t('setup.endpoint.note.wrapping', 'Quotation marks or brackets were taken off')),
  slashAdded: () =>
    mended(
      t('setup.endpoint.note.slash-added', 'The slash at the end was added'),
      t('setup.endpoint.note.slash-added-text', 'Without it IRM answers 404 and no alert arrives.')
    ),
  slashesMerged: () => mended(t('setup.endpoint.note.slashes-merged', 'Double slashes were made single')),
  queryDropped: () => mended(t('setup.endpoint.note.query-dropped', 'What followed ? or # was cut off')),
  plainHttp: () => ({
    severity: 'warning',
    title: t('setup.endpoint.note.plain-http', 'This address is not encrypted'),
    text: t(
      'setup.endpoint.note.plain-http-text',
      'The token and your alerts can be read on the way. Worse, if the server redirects http to https, Grafana repeats the request without its message, takes the answer for a success, and no alert ever arrives. Use https if the server has it.'
    ),
  }),
  unknownType: () => ({
    severity: 'warning',
    title: t('setup.endpoint.note.unknown-type', 'This type is not made for messages of Grafana Alerting'),
    text: t(
      'setup.endpoint.note.unknown-type-text',
      'The templates of this integration may not understand them: alerts can lack titles, or never resolve. Better use an integration of type Alertmanager.'
    ),
  }),
};

const mended = (title: string, text?: string): NoteDescription => ({ severity: 'info', title, text });
