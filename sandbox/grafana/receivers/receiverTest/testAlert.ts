import type { GrafanaVersion } from '../../context';
import { asObject } from '../../requestBody';
import { contentHash } from '../../ids';
import { webhookPayload, type WebhookPayload } from '../../webhook/payload';

export interface TestAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** The alert of a receiver test: Grafana's example, with what the request says laid over it. */
export function testAlert(version: GrafanaVersion, given: unknown): TestAlert {
  const { labels, annotations } = asObject(given);
  const [reduce, threshold] = version === '12.3.0' ? ['', ''] : [" type='reduce'", " type='threshold'"];
  const series = 'labels={__name__=go_threads, instance=host.docker.internal:3000, job=grafana}';
  return {
    labels: { alertname: 'TestAlert', instance: 'Grafana', grafana_folder: 'Test Folder', ...texts(labels) },
    annotations: {
      summary: 'Notification test',
      __dashboardUid__: 'dashboard_uid',
      __orgId__: '1',
      __panelId__: '1',
      __value_string__: `[ var='B' ${series}${reduce} value=22 ], [ var='C' ${series}${threshold} value=1 ]`,
      __values__: '{"B":22,"C":1}',
      ...texts(annotations),
    },
  };
}

interface PayloadInput {
  alert: TestAlert;
  receiver: string;
  rootUrl: string;
  now: number;
  maxAlerts?: number;
}

/** A test is a group of its own each time, so that no target takes two tests for one. */
export function testPayload({ alert, receiver, rootUrl, now, maxAlerts }: PayloadInput): WebhookPayload {
  const { labels, annotations } = alert;
  const matchers = Object.entries(labels).map(([name, value]) => `matcher=${encodeURIComponent(`${name}=${value}`)}`);
  return webhookPayload({
    receiver,
    rootUrl,
    orgId: 1,
    groupKey: `test-${contentHash([labels, now]).slice(0, 12)}-${now}`,
    groupLabels: labels,
    maxAlerts,
    alerts: [
      {
        status: 'firing',
        labels,
        annotations,
        startsAt: new Date(now).toISOString(),
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: '?orgId=1',
        fingerprint: contentHash(labels),
        values: { B: 22, C: 1 },
        valueString: annotations.__value_string__,
        silenceURL: `${rootUrl}/alerting/silence/new?alertmanager=grafana&${matchers.join('&')}&orgId=1`,
      },
    ],
  });
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(asObject(value)).map(([name, text]) => [name, String(text)]));
}
