import { t } from '@grafana/i18n';
import type { EndpointNote, EndpointProblem } from '../../connection/endpoint/readAddress';
import { describeAddressProblem } from '../../ui/describeAddressProblem';

/** Why a text is not an HTTP endpoint, and what to do. */
export function describeProblem(problem: EndpointProblem): string {
  return problem === 'heartbeatAddress'
    ? t('setup.endpoint.problem.heartbeat', 'This is the heartbeat endpoint. Alerts sent there would be lost.')
    : describeAddressProblem(problem);
}

/** The type Webhook has a remedy of its own: see `WebhookTemplates`. */
type DescribedNote = Exclude<EndpointNote, 'webhookType'>;

export interface NoteDescription {
  severity: 'info' | 'warning';
  title: string;
  text: string | undefined;
}

/**
 * What was mended in a usable address, or is worth knowing about it. `isGrafanaElsewhere`: the browser reaches Grafana
 * under another name than that of this machine.
 */
export function describeNote(note: DescribedNote, isGrafanaElsewhere: boolean): NoteDescription {
  return NOTES[note](isGrafanaElsewhere);
}

const NOTES: Record<DescribedNote, (isGrafanaElsewhere: boolean) => NoteDescription> = {
  whitespaceRemoved: () => mended(t('setup.endpoint.note.whitespace', 'Blanks and line breaks were taken out')),
  wrappingRemoved: () => mended(t('setup.endpoint.note.wrapping', 'Quotation marks or brackets were taken off')),
  slashAdded: () =>
    mended(
      t('setup.endpoint.note.slash-added', 'Added the missing trailing slash'),
      t('setup.endpoint.note.slash-added-text', 'IRM needs it.')
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
  thisMachine: (isGrafanaElsewhere) =>
    isGrafanaElsewhere
      ? {
          severity: 'warning',
          title: t('setup.endpoint.note.this-machine', 'This address leads to the machine of Grafana, not to yours'),
          text: t(
            'setup.endpoint.note.this-machine-text',
            'Grafana sends the messages, and it runs on another machine than your browser. Use a name or IP address under which that machine reaches IRM.'
          ),
        }
      : {
          severity: 'info',
          title: t(
            'setup.endpoint.note.container',
            'This address works only where Grafana runs outside of a container'
          ),
          text: t(
            'setup.endpoint.note.container-text',
            'Inside of a container it leads to the container itself. There, use the name of the service or host.docker.internal in its place.'
          ),
        },
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
