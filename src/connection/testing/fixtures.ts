import type { DesiredConnection, Endpoint, HeartbeatRule, Integration } from '../model';
import { heartbeatUrl } from '../endpoint/integrationPath';
import { proposeTiming } from '../timing/presets';

const BY_HAND = 'by-hand';

export const endpoint: Endpoint = {
  base: 'https://oncall.example.net/oncall',
  type: 'alertmanager',
  token: 'LUL6EatRGTbhTAKmYmWzYpgZZ',
};

export const otherEndpoint: Endpoint = { ...endpoint, token: 'HuuJTjNwt29kGOOYqLg4QqKYo' };

export function desiredConnection(changes: Partial<DesiredConnection> = {}): DesiredConnection {
  return {
    endpoint,
    contactPoint: { name: 'IRM Production', maxAlerts: 0, sendResolved: true },
    editability: 'editable',
    heartbeat: {
      url: heartbeatUrl(changes.endpoint ?? endpoint),
      contactPointName: 'IRM Production heartbeat',
      interval: 600,
      scope: { kind: 'alerting' },
      timing: proposeTiming(600),
    },
    ...changes,
  };
}

export function integration(changes: Partial<Integration> = {}): Integration {
  return {
    uid: 'by-hand',
    name: 'By hand',
    type: 'webhook',
    url: 'https://example.net/hook',
    maxAlerts: 0,
    disableResolveMessage: false,
    provenance: 'none',
    otherSettings: {},
    ...changes,
  };
}

export function heartbeatRule(changes: Partial<HeartbeatRule> = {}): HeartbeatRule {
  return {
    uid: 'hand-rule',
    folderUid: 'irm-heartbeats',
    group: BY_HAND,
    title: BY_HAND,
    labels: {},
    annotations: {},
    scope: { kind: 'alerting' },
    receiver: 'By hand',
    muteTimings: [],
    activeTimings: [],
    isPaused: false,
    provenance: 'none',
    version: 1,
    updatedAt: undefined,
    isHalfSaved: false,
    stored: {},
    query: undefined,
    ...proposeTiming(600),
    ...changes,
  };
}
