import { ALWAYS_TRUE } from './alwaysTrue';

interface More {
  /** Other fields of the rule, such as labels. */
  [field: string]: unknown;
  /** Other fields of what Grafana keeps in `grafana_alert`. */
  alert?: object;
}

/** An alert rule that always fires, as Grafana's ruler API takes it. */
export const firingRule = (title: string, { alert, ...more }: More = {}) => ({
  ...{ for: '0s', ...more },
  grafana_alert: { title, condition: 'A', data: [ALWAYS_TRUE], no_data_state: 'OK', exec_err_state: 'OK', ...alert },
});
