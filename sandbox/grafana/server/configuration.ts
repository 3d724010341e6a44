import { parseDuration } from '../alerting/duration';
import type { OrgRole } from '../context';

/** What an administrator sets in Grafana's configuration, as far as the stand-in goes by it. */
export interface GrafanaConfiguration {
  unifiedAlerting: UnifiedAlertingConfiguration;
  /** Where Grafana says that it is reached; undefined: where the sandbox listens. Without a slash at the end. */
  rootUrl: string | undefined;
  /** Whether Grafana itself answers below the path of `rootUrl`, and not a proxy before it. */
  servesFromSubPath: boolean;
  anonymous: { isEnabled: boolean; role: OrgRole };
  contentSecurityPolicy: boolean;
  /** `undefined`: no limit. */
  alertRulesPerOrganisation: number | undefined;
  /** Names of feature toggles that are on. */
  toggles: readonly string[];
}

export interface UnifiedAlertingConfiguration {
  isEnabled: boolean;
  disabledOrgs: readonly number[];
  /** Rules with a shorter interval are stored as given and evaluated at this one. */
  minIntervalSeconds: number;
  /** How often the scheduler looks at rules; intervals have to be multiples of it. */
  tickSeconds: number;
  executesRules: boolean;
  keepsStateHistory: boolean;
  /** Where changes of state are kept. */
  stateHistoryBackend: StateHistoryBackend;
  /** Types of integrations that contact points may have; undefined: all. From 13.1 on. */
  allowedIntegrations: readonly string[] | undefined;
}

const BACKENDS = ['annotations', 'loki'] as const;

export type StateHistoryBackend = (typeof BACKENDS)[number];

export const DEFAULT_CONFIGURATION: GrafanaConfiguration = {
  unifiedAlerting: {
    isEnabled: true,
    disabledOrgs: [],
    minIntervalSeconds: 10,
    tickSeconds: 10,
    executesRules: true,
    keepsStateHistory: true,
    stateHistoryBackend: 'annotations',
    allowedIntegrations: undefined,
  },
  rootUrl: undefined,
  servesFromSubPath: false,
  anonymous: { isEnabled: false, role: 'Viewer' },
  contentSecurityPolicy: false,
  alertRulesPerOrganisation: undefined,
  toggles: [],
};

export class ConfigurationProblem extends Error {}

type Environment = Record<string, string | undefined>;

const KEYS = [
  'GF_UNIFIED_ALERTING_ENABLED',
  'GF_UNIFIED_ALERTING_DISABLED_ORGS',
  'GF_UNIFIED_ALERTING_MIN_INTERVAL',
  'GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL',
  'GF_UNIFIED_ALERTING_EXECUTE_ALERTS',
  'GF_UNIFIED_ALERTING_STATE_HISTORY_ENABLED',
  'GF_UNIFIED_ALERTING_STATE_HISTORY_BACKEND',
  'GF_UNIFIED_ALERTING_ALLOWED_INTEGRATIONS',
  'GF_FEATURE_TOGGLES_ENABLE',
  'GF_SERVER_ROOT_URL',
  'GF_SERVER_SERVE_FROM_SUB_PATH',
  'GF_AUTH_ANONYMOUS_ENABLED',
  'GF_AUTH_ANONYMOUS_ORG_ROLE',
  'GF_SECURITY_CONTENT_SECURITY_POLICY',
  'GF_QUOTA_ENABLED',
  'GF_QUOTA_ORG_ALERT_RULE',
] as const;

type Key = (typeof KEYS)[number];

/** Sections of which every key is either gone by or refused: a misspelt one would go unnoticed otherwise. */
const WATCHED_SECTIONS = /^GF_(UNIFIED_ALERTING|AUTH_ANONYMOUS|QUOTA)_/;

/**
 * Reads the environment variables under which a real Grafana takes the same settings (`GF_SECTION_KEY`), so that one
 * environment serves both. Throws a ConfigurationProblem that names the value which cannot be used.
 */
export function readConfiguration(env: Environment): GrafanaConfiguration {
  refuseUnknown(env);
  const value = (key: Key) => env[key]?.trim() || undefined;
  const flag = (key: Key, fallback: boolean) => readFlag(key, value(key), fallback);
  const toggles = words(value('GF_FEATURE_TOGGLES_ENABLE')) ?? [];
  const tickSeconds = readTick(value('GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL'), toggles);
  return {
    unifiedAlerting: {
      isEnabled: flag('GF_UNIFIED_ALERTING_ENABLED', true),
      disabledOrgs: readOrganisations(value('GF_UNIFIED_ALERTING_DISABLED_ORGS')),
      minIntervalSeconds: readMinInterval(value('GF_UNIFIED_ALERTING_MIN_INTERVAL'), tickSeconds),
      tickSeconds,
      executesRules: flag('GF_UNIFIED_ALERTING_EXECUTE_ALERTS', true),
      keepsStateHistory: flag('GF_UNIFIED_ALERTING_STATE_HISTORY_ENABLED', true),
      stateHistoryBackend: readBackend(value('GF_UNIFIED_ALERTING_STATE_HISTORY_BACKEND')),
      allowedIntegrations: words(value('GF_UNIFIED_ALERTING_ALLOWED_INTEGRATIONS')),
    },
    rootUrl: readRootUrl(value('GF_SERVER_ROOT_URL')),
    servesFromSubPath: flag('GF_SERVER_SERVE_FROM_SUB_PATH', false),
    anonymous: {
      isEnabled: flag('GF_AUTH_ANONYMOUS_ENABLED', false),
      role: readRole(value('GF_AUTH_ANONYMOUS_ORG_ROLE')),
    },
    contentSecurityPolicy: flag('GF_SECURITY_CONTENT_SECURITY_POLICY', false),
    alertRulesPerOrganisation: flag('GF_QUOTA_ENABLED', false)
      ? readQuota(value('GF_QUOTA_ORG_ALERT_RULE'))
      : undefined,
    toggles,
  };
}

function refuseUnknown(env: Environment): void {
  const unknown = Object.keys(env).find((name) => WATCHED_SECTIONS.test(name) && !KEYS.some((key) => key === name));
  if (unknown) {
    throw new ConfigurationProblem(`${unknown} is not a setting that the sandbox goes by; --help lists those it does.`);
  }
}

function readBackend(value = 'annotations'): StateHistoryBackend {
  const known = BACKENDS.find((backend) => backend === value);
  if (!known) {
    const key: Key = 'GF_UNIFIED_ALERTING_STATE_HISTORY_BACKEND';
    throw new ConfigurationProblem(`${key} is "${value}"; the sandbox knows ${BACKENDS.join(' and ')}.`);
  }
  return known;
}

/** As Go's ini package reads them. */
const YES = ['1', 't', 'true', 'y', 'yes', 'on'];
const NO = ['0', 'f', 'false', 'n', 'no', 'off'];

function readFlag(key: Key, value: string | undefined, fallback: boolean): boolean {
  const word = value?.toLowerCase();
  if (word === undefined) {
    return fallback;
  }
  if (!YES.includes(word) && !NO.includes(word)) {
    throw new ConfigurationProblem(`${key} is "${value}"; it must be true or false.`);
  }
  return YES.includes(word);
}

/**
 * docs/facts.md#rules: another tick counts only with the feature toggle; without it Grafana warns and keeps to 10 s.
 */
function readTick(value: string | undefined, toggles: readonly string[]): number {
  const key = 'GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL';
  const seconds = readSeconds(key, value) ?? DEFAULT_CONFIGURATION.unifiedAlerting.tickSeconds;
  if (seconds === 0) {
    throw new ConfigurationProblem(`${key} is "${value}"; it must be at least one second.`);
  }
  return toggles.includes('configurableSchedulerTick') ? seconds : DEFAULT_CONFIGURATION.unifiedAlerting.tickSeconds;
}

/** docs/facts.md#rules: by default it is the tick, and Grafana does not start with one below it or beside it. */
function readMinInterval(value: string | undefined, tickSeconds: number): number {
  const key = 'GF_UNIFIED_ALERTING_MIN_INTERVAL';
  const seconds = readSeconds(key, value) ?? tickSeconds;
  if (seconds < tickSeconds || seconds % tickSeconds !== 0) {
    throw new ConfigurationProblem(
      `${key} is "${value}"; it must be a multiple of the scheduler's tick of ${tickSeconds}s.`
    );
  }
  return seconds;
}

function readSeconds(key: Key, value: string | undefined): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const milliseconds = parseDuration(value);
  if (milliseconds === undefined || milliseconds % 1000 !== 0) {
    throw new ConfigurationProblem(`${key} is "${value}"; it must be a duration in whole seconds, such as 10s or 5m.`);
  }
  return milliseconds / 1000;
}

function readOrganisations(value: string | undefined): number[] {
  return (words(value) ?? []).map((word) => {
    if (!/^[1-9]\d*$/.test(word)) {
      throw new ConfigurationProblem(
        `GF_UNIFIED_ALERTING_DISABLED_ORGS is "${value}"; it must be ids of organisations, such as 1,2.`
      );
    }
    return Number(word);
  });
}

function readRootUrl(value: string | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new ConfigurationProblem(
      `GF_SERVER_ROOT_URL is "${value}"; it must be an address such as http://localhost:3000/grafana/.`
    );
  }
  return value.replace(/\/+$/, '');
}

const ROLES: readonly OrgRole[] = ['Viewer', 'Editor', 'Admin'];

function readRole(value: string | undefined): OrgRole {
  const role = ROLES.find((known) => known === (value ?? 'Viewer'));
  if (!role) {
    throw new ConfigurationProblem(`GF_AUTH_ANONYMOUS_ORG_ROLE is "${value}"; it must be one of ${ROLES.join(', ')}.`);
  }
  return role;
}

/** 100 by default; a negative number is no limit. */
function readQuota(value = '100'): number | undefined {
  if (!/^-?\d+$/.test(value)) {
    throw new ConfigurationProblem(`GF_QUOTA_ORG_ALERT_RULE is "${value}"; it must be a whole number.`);
  }
  return Number(value) < 0 ? undefined : Number(value);
}

/** Grafana takes commas and spaces alike. */
function words(value: string | undefined): string[] | undefined {
  const found = (value ?? '').split(/[\s,]+/).filter(Boolean);
  return found.length > 0 ? found : undefined;
}
