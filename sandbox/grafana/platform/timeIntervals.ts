import { Hono } from 'hono';

import type { GrafanaEnv } from '../context';
import { contentHash } from '../ids';
import type { MuteTimingStore } from '../muteTimings/store';
import { GROUP, type GroupVersion } from './groupVersion';
import { objectName } from './objectName';
import { objectUid } from './receiverObject';

/** `…/namespaces/default/timeintervals`, for reading (the form: docs/facts.md#the-app-platform). */
export function timeIntervalRoutes(served: GroupVersion, timings: MuteTimingStore): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  routes.get('/', (c) =>
    c.json({
      kind: 'TimeIntervalList',
      apiVersion: `${GROUP}/${served}`,
      metadata: {},
      items: timings.list().map(({ name, time_intervals, provenance }) => ({
        metadata: {
          name: objectName(name),
          namespace: 'default',
          uid: objectUid('TimeInterval', objectName(name)),
          resourceVersion: contentHash(time_intervals),
          annotations: { 'grafana.com/provenance': provenance || 'none' },
        },
        spec: { name, time_intervals },
      })),
    })
  );
  return routes;
}
