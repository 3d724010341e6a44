import type { GrafanaBootConfig } from '@grafana/runtime';
import { parseDuration } from '../connection/timing/duration';
import { USUAL_LIMITS, type EvaluationLimits } from '../connection/timing/evaluation';

/**
 * The receiver test API to try first; `old` is that of 12.x, the others are versions of the app platform. Where that is
 * stable, contact points and policies are looked for there first, too.
 */
export type ReceiverTestGeneration = 'old' | 'v1beta1' | 'v0alpha1';

/** What this Grafana supports. What its user may do is another question: see `grantedTo`. */
export interface Capabilities {
  version: string;
  /** Grafana Cloud connects to IRM by itself; the plugin is not for it. */
  isCloud: boolean;
  /** Namespace of the organisation in the app platform: `default`, `org-2`, `stacks-7`. */
  namespace: string;
  receiverTest: ReceiverTestGeneration;
  /** Whether Grafana Alerting is on at all (`[unified_alerting] enabled`). */
  hasAlerting: boolean;
  /** How often rules are evaluated at most; the server is asked once, with the page. */
  evaluation: EvaluationLimits;
  /** Whether external Alertmanagers get any alerts, whatever an administrator chose (docs/facts.md#deliveries-and-alerts). */
  sendsToExternal: boolean;
}

type Settings = Pick<GrafanaBootConfig, 'appUrl' | 'namespace'> & {
  unifiedAlerting?: Partial<Pick<GrafanaBootConfig['unifiedAlerting'], 'minInterval'>>;
  unifiedAlertingEnabled?: boolean;
  featureToggles?: object;
  buildInfo: Pick<GrafanaBootConfig['buildInfo'], 'version'>;
};

/** Reads what Grafana tells every page of itself: `config` of `@grafana/runtime`. */
export function readCapabilities({ buildInfo, namespace, appUrl, ...settings }: Settings): Capabilities {
  return {
    version: buildInfo.version,
    isCloud: /^stacks-/.test(namespace ?? '') || isCloudAddress(appUrl),
    namespace: namespace || 'default',
    receiverTest: Number.parseInt(buildInfo.version, 10) >= 13 ? 'v1beta1' : 'old',
    hasAlerting: settings.unifiedAlertingEnabled !== false,
    evaluation: readEvaluationLimits(settings),
    sendsToExternal: !isOn(settings, 'alertingDisableSendAlertsExternal'),
  };
}

/**
 * Answers whether an action is granted to the signed-in user, `config.bootData.user` of `@grafana/runtime`. The list is
 * of the page's load: a right given since then shows after a reload. Says nothing of the service account behind the proxy.
 */
export function grantedTo(user: { permissions?: Readonly<Record<string, boolean>> }): (action: string) => boolean {
  return (action) => user.permissions?.[action] === true;
}

/**
 * The tick is told by nobody. With the toggle it may be any divisor of the shortest interval, without it is 10 s
 * (docs/facts.md#rules).
 */
function readEvaluationLimits(settings: Pick<Settings, 'unifiedAlerting' | 'featureToggles'>) {
  const told = parseDuration(settings.unifiedAlerting?.minInterval ?? '');
  const minInterval = told !== undefined && told >= 1 ? told : USUAL_LIMITS.minInterval;
  const hasOwnTick = isOn(settings, 'configurableSchedulerTick');
  return { minInterval, longestTick: hasOwnTick ? minInterval : USUAL_LIMITS.longestTick };
}

const isOn = ({ featureToggles }: Pick<Settings, 'featureToggles'>, toggle: string): boolean =>
  Object.entries(featureToggles ?? {}).some(([name, on]) => name === toggle && on);

function isCloudAddress(url: string): boolean {
  return URL.canParse(url) && /\.grafana\.net$/i.test(new URL(url).hostname);
}
