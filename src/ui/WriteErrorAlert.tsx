import type { GrafanaError } from '../connection/port/grafanaPort';
import { describeGrafanaError } from './describeGrafanaError';
import { ErrorAlert } from './ErrorAlert';
import type { Retry } from './retry';

type Props = Retry & {
  error: GrafanaError;
  /** What to do, where more is known of it than what the error says by itself. */
  advice?: string | undefined;
};

/** Why what was sent to Grafana did not do what it was to. */
export function WriteErrorAlert({ error, advice, ...retry }: Props) {
  const { title, text } = describeGrafanaError(error);
  return <ErrorAlert title={title} text={advice ?? text} {...retry} />;
}
