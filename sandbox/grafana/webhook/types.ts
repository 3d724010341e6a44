export interface NotifiedAlert {
  status: 'firing' | 'resolved';
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  generatorURL: string;
  fingerprint: string;
  values?: Record<string, number> | null;
  valueString?: string;
  silenceURL: string;
}

export interface WebhookAlert extends Required<Omit<NotifiedAlert, 'values'>> {
  values: Record<string, number> | null;
  dashboardURL: string;
  panelURL: string;
}

export interface WebhookPayload {
  receiver: string;
  status: 'firing' | 'resolved';
  alerts: WebhookAlert[];
  groupLabels: Record<string, string>;
  commonLabels: Record<string, string>;
  commonAnnotations: Record<string, string>;
  externalURL: string;
  version: '1';
  groupKey: string;
  truncatedAlerts: number;
  orgId: number;
  title: string;
  state: 'alerting' | 'ok';
  message: string;
}
