/** Whom a contact point tells. */
export type Receiver =
  /** It sends alerts to these connections, by their ids. */
  | { kind: 'irm'; connections: readonly string[] }
  /** It sends elsewhere, by these types of integrations (`email`, `slack` …). */
  | { kind: 'elsewhere'; types: readonly string[] }
  /**
   * `empty`: it has no integration; `placeholder`: it has only the e-mail to nobody that Grafana is installed with;
   * `silent`: it has only a webhook of which Grafana sends nothing; `refused`: it sends to IRM in a way that IRM
   * refuses; `heartbeat`: it only tells IRM that this Grafana is alive, which pages nobody.
   */
  | { kind: 'nobody'; why: 'empty' | 'placeholder' | 'silent' | 'refused' | 'heartbeat' }
  /** It cannot be told; `connections` are those that it may send alerts to, as far as they are known. */
  | { kind: 'unknown'; why: UnknownWhy; connections: readonly string[] };

/**
 * `unseen`: it is not among the contact points that were read; `addressTemplate`: Grafana fills in the URL for each
 * message; `addressHidden`: Grafana does not show the URL; `mail`: it is an e-mail address such as IRM takes alerts at;
 * `form` and `payload`: IRM takes the message, and may find no alert in it.
 */
export type UnknownWhy = 'unseen' | 'addressTemplate' | 'addressHidden' | 'mail' | 'form' | 'payload';

/** A contact point of which nothing is known. */
export const UNSEEN: Receiver = { kind: 'unknown', why: 'unseen', connections: [] };

/** What is known of each contact point, by its name. */
export type Receivers = (name: string) => Receiver;
