import type { GrafanaError } from '../connection/port/grafanaPort';
import { describeGrafanaError } from './describeGrafanaError';
import { ErrorAlert } from './ErrorAlert';
import type { Retry } from './retry';

/** Why what was sent to Grafana did not do what it was to. */
export const WriteErrorAlert = ({ error, ...retry }: Retry & { error: GrafanaError }) => (
  <ErrorAlert {...describeGrafanaError(error)} {...retry} />
);
