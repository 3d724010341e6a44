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
  /** It is not among the contact points that were read. */
  | { kind: 'unknown' };

/** What is known of each contact point, by its name. */
export type Receivers = (name: string) => Receiver;
