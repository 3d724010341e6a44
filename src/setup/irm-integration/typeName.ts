const NAMES: Readonly<Record<string, string>> = {
  alertmanager: 'Alertmanager',
  grafana_alerting: 'Grafana Alerting',
  webhook: 'Webhook',
};

/** A type as IRM's pages call it. */
export const typeName = (type: string): string => NAMES[type] ?? type;
