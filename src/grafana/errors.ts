import type { GrafanaError } from '../connection/port/grafanaPort';
import { withoutSecrets } from '../transport/masking';
import { wordsOf } from './serverMessage';
import type { Answer, NoAnswer, Transport } from '../transport/transport';

type Reason = GrafanaError['reason'];

interface Row {
  /** A status, or the first and the last of a range. */
  status: number | readonly [number, number];
  /** What the server's message has to say; nothing asked when left out. */
  says?: RegExp;
  /** What has to have come in place of words, one of these; nothing asked when left out. */
  instead?: ReadonlyArray<GrafanaError['instead']>;
  /** Only answers that came this way. */
  way?: Transport['way'];
  reason: Reason;
}

/** What Grafana itself would not send in place of an answer. */
const FOREIGN = ['webPage', 'foreignText'] as const;

/**
 * What an answer means, first match wins. The texts are Grafana's own (12.3, 12.4), seen in contact-points.json,
 * ruler.json, alert-rules.json, folders.json and plugin.json; 410 and the Kubernetes texts in app-platform.json.
 */
const ROWS: readonly Row[] = [
  { way: 'proxy', status: 404, says: /^plugin (setting|route match|not found)/i, reason: 'proxyNotConfigured' },
  // The address may lead elsewhere, where a page comes whatever is asked.
  { way: 'proxy', status: [200, 499], instead: FOREIGN, reason: 'proxyNotConfigured' },
  { way: 'proxy', status: 401, says: /api.?key|service account/i, reason: 'proxyNotConfigured' },
  // A router that has lost its way to Grafana, which may be restarting.
  { way: 'session', status: 404, instead: ['foreignText'], reason: 'unreachable' },
  // A bad gateway is a Grafana that is not there, whatever the page in front of it looks like.
  { way: 'session', status: [200, 501], instead: FOREIGN, reason: 'webPage' },
  // Cloudflare's own, of a server behind it: docs/facts.md#refusals.
  { status: 524, reason: 'timeout' },
  { status: [520, 530], reason: 'unreachable' },
  { way: 'session', status: [505, 599], instead: ['webPage'], reason: 'webPage' },
  { status: 401, reason: 'unauthorized' },
  // From 13.1 on; that it is refused was read, the words were not.
  { status: [400, 403], says: /integration.*\bnot allowed\b|allowed_integrations/i, reason: 'integrationNotAllowed' },
  // An alert rule quota answers 403; limits of silences and of a group's rules and their words: docs/facts.md#refusals.
  {
    status: [400, 499],
    says: /quota.*(exceeded|reached)|(exceeded|exceeds).*\b(limit|maximum number)\b/i,
    reason: 'limitReached',
  },
  // Neither is recorded: docs/facts.md#refusals.
  { status: 403, says: /^origin not allowed/i, reason: 'originRefused' },
  { status: 500, says: /database (table )?is locked/i, reason: 'busy' },
  { status: 403, says: /provenance status/i, reason: 'locked' },
  // What is wrong with a rule is told as a refusal (app-platform-rules.json, "unknown receiver"); a right is a User's.
  { status: 403, says: /^alertrules\.\S+( "[^"]*")? is forbidden: (?!user )/i, reason: 'invalid' },
  { status: 403, reason: 'forbidden' },
  { status: [400, 599], says: /created via provisioning|provenance/i, reason: 'locked' },
  // An organisation that is less than a minute old, or without alerting: its configuration and its running
  // Alertmanager (docs/facts.md#refusals).
  { status: 500, says: /(no|find an) alertmanager configuration/i, reason: 'noAlertmanager' },
  { status: 404, says: /^alertmanager does not exist for this organization/i, reason: 'noAlertmanager' },
  { status: 409, says: /^alertmanager is not ready yet/i, reason: 'noAlertmanager' },
  { status: 404, reason: 'notFound' },
  { status: 410, reason: 'notFound' },
  { status: 408, reason: 'timeout' },
  { status: 504, reason: 'timeout' },
  { status: 429, reason: 'rateLimited' },
  {
    status: [400, 409],
    says: /\bis (currently )?(used|referenced)\b|\bin use\b|not empty|contains alert rules/i,
    reason: 'inUse',
  },
  { status: 409, says: /UID .*already exists|alert_rule\.uid/i, reason: 'uidTaken' },
  { status: 409, says: /(name|title|receiver).*already exists|same name/i, reason: 'nameTaken' },
  { status: 409, reason: 'changedMeanwhile' },
  { status: 412, reason: 'changedMeanwhile' },
  // How 12.x refuses the uid of a rule that is gone (ruler.json, "unknown uid").
  { status: 400, says: /missing_series_evals_to_resolve/, reason: 'changedMeanwhile' },
  { status: 400, reason: 'invalid' },
  { status: 422, reason: 'invalid' },
  { status: [502, 503], reason: 'unreachable' },
];

type Words = ReturnType<typeof wordsOf>;

function matches(row: Row, status: number, { message, instead }: Words, way: Transport['way']): boolean {
  const [first, last] = typeof row.status === 'number' ? [row.status, row.status] : row.status;
  return (
    status >= first &&
    status <= last &&
    (!row.way || row.way === way) &&
    (!row.instead || row.instead.includes(instead)) &&
    (!row.says || row.says.test(message))
  );
}

/** Names the reason of a refusal, or of a web page with any status; the message is the server's own, without secrets. */
export function errorOfAnswer(answer: Answer, way: Transport['way']): GrafanaError {
  const words = wordsOf(answer);
  const row = ROWS.find((candidate) => matches(candidate, answer.status, words, way));
  return { reason: row?.reason ?? 'unexpected', ...words, status: answer.status };
}

/** An answer of 2xx that is not what the API promises. */
export function errorOfForm({ status }: Answer, detail: string): GrafanaError {
  return { reason: 'unexpected', message: withoutSecrets(detail), status };
}

/** What never came, as an error of Grafana. */
export function errorOfNoAnswer(noAnswer: NoAnswer): GrafanaError {
  return { reason: noAnswer.reason, message: withoutSecrets(noAnswer.message), status: undefined };
}
