const NAMES: Readonly<Record<string, string>> = {
  alertmanager: 'Alertmanager',
  elastalert: 'ElastAlert',
  formatted_webhook: 'Formatted webhook',
  grafana: 'Grafana Legacy Alerting',
  grafana_alerting: 'Grafana Alerting',
  webhook: 'Webhook',
  zabbix: 'Zabbix',
};

/** A type of integration as IRM's pages call it. */
export const typeName = (type: string): string => NAMES[type] ?? type;
