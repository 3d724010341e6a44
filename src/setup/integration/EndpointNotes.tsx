import { Alert } from '@grafana/ui';
import { isLoopback } from '../../connection/endpoint/isLoopback';
import type { EndpointNote } from '../../connection/endpoint/readAddress';
import { WebhookTemplates } from '../step/WebhookTemplates';
import { describeNote } from './describeEndpoint';

/** What was mended and what to beware of, one note each. */
export function EndpointNotes({ notes }: { notes: readonly EndpointNote[] }) {
  return (
    <>
      {notes.map((note) => {
        if (note === 'webhookType') {
          return <WebhookTemplates key={note} />;
        }
        const { severity, title, text } = describeNote(note, !isLoopback(window.location.hostname));
        return (
          <Alert key={note} severity={severity} title={title} bottomSpacing={0}>
            {text}
          </Alert>
        );
      })}
    </>
  );
}
