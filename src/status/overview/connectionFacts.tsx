import { t } from '@grafana/i18n';
import type { ReactNode } from 'react';
import type { OverviewRow } from '../../connection/health/overview';
import type { IntegrationOfEndpoint } from '../../connection/irm/findIntegration';
import type { IrmIntegration, IrmTeam } from '../../connection/irm/irmPort';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import { formatBounds, formatSeconds } from '../../ui/formatSeconds';
import { ClockTime, RelativeTime } from '../../ui/time/Times';
import type { useReasonWords } from '../../ui/health/useReasonWords';
import { verbatim } from '../../ui/verbatim';

/** What a connection of a list is drawn from. */
export interface RowProps {
  row: OverviewRow;
  /** What IRM tells of it, where it was asked. */
  inIrm: IntegrationOfEndpoint | undefined;
  teams: readonly IrmTeam[] | undefined;
}

/** What is told of a connection under a label. */
export interface Fact {
  id: string;
  label: string;
  value: ReactNode;
  detail?: ReactNode;
  /** Marked, though never by its colour alone: its words tell it, too. */
  isBad?: boolean;
}

/** Who sends alerts to it, in a few words: "2 policies, 12 rules". */
export function describeRouting({ routing }: OverviewRow): string {
  switch (routing.kind) {
    case 'notRouted':
      return t('connections.routing.none', 'Not routed');
    case 'unknown':
      return t('status.fact.not-noted', 'Not known');
    case 'routed':
      return [defaultText(routing), policiesText(routing), rulesText(routing)].filter(Boolean).join(', ');
  }
}

type Routed = Extract<OverviewRow['routing'], { kind: 'routed' }>;

const defaultText = ({ isDefault }: Routed) => isDefault && t('connections.routing.default', 'Default policy');

const policiesText = ({ policies, isDefault }: Routed) => {
  const count = policies - (isDefault ? 1 : 0);
  return (
    count > 0 &&
    t('connections.routing.policies', '{{count}} policies', { count, defaultValue_one: '{{count}} policy' })
  );
};

const rulesText = ({ rules: count = 0 }: Routed) =>
  count > 0 && t('connections.routing.rules', '{{count}} rules', { count, defaultValue_one: '{{count}} rule' });

export const routingFact = (row: OverviewRow): Fact => ({
  id: 'routing',
  label: t('connections.column.alerts', 'Alerts routed'),
  value: describeRouting(row),
  isBad: row.routing.kind === 'notRouted',
});

type Words = ReturnType<typeof useReasonWords>;

/** Whether words have to be loaded for why it is not well, or why its last alert was not delivered. */
export const needsWords = ({ health, alertDelivery }: OverviewRow): boolean =>
  health.state !== 'up' || alertDelivery?.lastError !== undefined;

/** Why a connection is not well, of its heartbeat first; '' where nothing is wrong, or till the words are there. */
export function describeTrouble({ health, routing }: OverviewRow, now: number, words: Words): string {
  if (health.state !== 'up') {
    return words?.describeHealth(health, now) ?? '';
  }
  if (routing.kind !== 'notRouted') {
    return '';
  }
  return routing.isShut
    ? t(
        'connections.routing.shut',
        'Mute or active timings of its notification policies or alert rules never let an alert through.'
      )
    : t('connections.routing.trouble', 'No notification policy or alert rule sends alerts to its contact point.');
}

/** What became of the last alert that was sent. Alerts are rare, so often there is none that Grafana remembers. */
export function lastAlertFact(row: OverviewRow, words: Words): Fact {
  const { connection, alertDelivery, isDeliveryUnread } = row;
  const base = { id: 'lastAlert', label: t('status.fact.alert-delivery', 'Last alert sent') };
  if (!connection.alertContactPoint) {
    return { ...base, value: t('status.fact.no-contact-point', 'No contact point for alerts'), isBad: true };
  }
  const { lastAttempt, lastError, cause = 'other' } = alertDelivery ?? {};
  if (lastAttempt === undefined) {
    const value = isDeliveryUnread
      ? t('status.fact.not-noted', 'Not known')
      : t('status.fact.no-alert-seen', 'None seen');
    return { ...base, value };
  }
  const value = <RelativeTime at={lastAttempt} />;
  if (lastError === undefined) {
    return { ...base, value, detail: t('status.fact.delivered', 'delivered') };
  }
  const why = cause === 'other' || !words ? lastError : words.describeDeliveryFailure(cause, 'alert').title;
  return { ...base, value, detail: t('status.fact.failed', 'failed: {{why}}', verbatim({ why })), isBad: true };
}

/** Heartbeat interval and the time between two heartbeats. Without a rule there is nothing to reckon from. */
export function timingFacts({ connection: { rule, interval }, health }: OverviewRow, replicas: number): Fact[] {
  if (health.state === 'none') {
    return [];
  }
  const heartbeatInterval: Fact = {
    id: 'interval',
    label: t('status.fact.interval', 'Heartbeat interval'),
    value: interval === undefined ? t('status.fact.not-noted', 'Not known') : formatSeconds(interval),
  };
  const report = rule && calculateTiming(rule, interval ?? DEFAULT_HEARTBEAT_INTERVAL, { replicas });
  return report?.calculable
    ? [
        heartbeatInterval,
        {
          id: 'gap',
          label: t('status.fact.gap', 'Time between heartbeats'),
          value: formatBounds(report.gap),
        },
      ]
    : [heartbeatInterval];
}

/** What IRM calls the integration, and whether it takes alerts seriously; nothing where that is not known. */
export function irmFacts(found: IntegrationOfEndpoint | undefined, teams: readonly IrmTeam[] | undefined): Fact[] {
  const label = t('status.fact.irm', 'In IRM');
  if (found?.kind === 'gone') {
    const detail = t('status.fact.irm-lost', 'alerts sent there are lost');
    return [{ id: 'irm', label, value: t('status.fact.irm-gone', 'Gone'), detail, isBad: true }];
  }
  if (found?.kind !== 'found') {
    return [];
  }
  const { name, teamId, maintenance } = found.integration;
  const team = teams?.find(({ id }) => id === teamId)?.name;
  const detail = team && t('status.fact.irm-team', 'team {{team}}', verbatim({ team }));
  return [{ id: 'irm', label, value: name, ...(detail && { detail }) }, ...maintenanceFact(maintenance)];
}

function maintenanceFact(maintenance: IrmIntegration['maintenance']): Fact[] {
  if (!maintenance) {
    return [];
  }
  const { endsAt, mode } = maintenance;
  return [
    {
      id: 'irmMaintenance',
      label:
        mode === 'debug' ? t('status.fact.debug', 'In debug mode') : t('status.fact.maintenance', 'In maintenance'),
      value:
        endsAt === undefined ? (
          t('status.fact.no-end', 'without an end')
        ) : (
          <>
            {t('status.fact.until', 'until')} <ClockTime at={endsAt} />
          </>
        ),
      detail: t('status.fact.nobody-paged', 'nobody is paged'),
      isBad: true,
    },
  ];
}
