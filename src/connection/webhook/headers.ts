import type { Settings } from './access';

/**
 * Headers of a webhook for which IRM refuses its messages, as they are spelled there. It reads JSON and forms, and answers
 * 415 to a message that says to be something else (06-alertmanager-delivery.json); a heartbeat it does not read
 * (04-heartbeat-internal-api.json). It answers in JSON, and 406 to whoever takes none (docs/facts.md#irms-endpoints).
 */
export function refusedHeaders({ headers }: Settings, isHeartbeat: boolean): string[] {
  return entriesOf(headers).flatMap(([name, value]) => {
    switch (name.toLowerCase()) {
      case 'content-type':
        return isHeartbeat || isRead(value) ? [] : [name];
      case 'accept':
        return takesJson(value) ? [] : [name];
      default:
        return [];
    }
  });
}

/** Settings without the headers for which IRM refuses messages; the same ones where there are none. */
export function withoutRefusedHeaders(settings: Settings, isHeartbeat: boolean): Settings {
  const refused = refusedHeaders(settings, isHeartbeat);
  return refused.length === 0
    ? settings
    : {
        ...settings,
        headers: Object.fromEntries(entriesOf(settings.headers).filter(([name]) => !refused.includes(name))),
      };
}

const entriesOf = (headers: unknown): Array<[string, unknown]> =>
  typeof headers === 'object' && headers !== null ? Object.entries(headers) : [];

const mediaType = (text: unknown): string => String(text).split(';')[0]?.trim().toLowerCase() ?? '';

/** Forms are read, though as something else than they are. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

const isRead = (value: unknown): boolean => ['application/json', ...FORMS].includes(mediaType(value));

/** Whether a webhook calls its JSON a form, in which IRM may find no alert. */
export const saysForm = ({ headers }: Settings): boolean =>
  entriesOf(headers).some(([name, value]) => name.toLowerCase() === 'content-type' && FORMS.includes(mediaType(value)));

const TAKES_JSON = ['', '*/*', 'application/*', 'application/json'];

const takesJson = (value: unknown): boolean =>
  String(value)
    .split(',')
    .some((type) => TAKES_JSON.includes(mediaType(type)));
