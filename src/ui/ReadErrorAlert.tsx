import type { GrafanaError } from '../connection/port/grafanaPort';
import { describeReadError } from './describeReadError';
import { ErrorAlert } from './ErrorAlert';
import type { Retry } from './retry';

/** Why Grafana could not be read. */
export const ReadErrorAlert = ({ error, ...retry }: Retry & { error: GrafanaError }) => (
  <ErrorAlert {...describeReadError(error)} {...retry} />
);
