import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { budgetOf } from '../../connection/limits/heartbeatLoad';
import type { OrganizationLoad } from '../../connection/limits/sendingBudget';
import type { GrafanaObjects } from '../../connection/reading/reading';
import { verbatim } from '../../ui/verbatim';

/** Where heartbeats use half or all of the messages that IRM accepts from an organization; nothing where they do not. */
export function MessageLimits({ objects }: { objects: GrafanaObjects }) {
  const loads = budgetOf(objects).organizations.filter(({ level }) => level !== 'fine');
  return loads.map((load) => (
    <Alert
      key={load.irm}
      severity={load.level === 'full' ? 'error' : 'warning'}
      title={titleOf(load)}
      bottomSpacing={0}
    >
      {t(
        'status.limits.text',
        'This is what {{count}} heartbeats send to {{irm}}. Heartbeats and alerts share the limit, and IRM refuses what exceeds it. Select longer heartbeat intervals, or spread connections over IRM organizations.',
        {
          ...verbatim({ irm: load.irm }),
          count: load.connections,
          defaultValue_one:
            'This is what {{count}} heartbeat sends to {{irm}}. Heartbeats and alerts share the limit, and IRM refuses what exceeds it. Select longer heartbeat intervals, or spread connections over IRM organizations.',
        }
      )}
    </Alert>
  ));
}

const titleOf = ({ messages, limit, level }: OrganizationLoad) =>
  level === 'full'
    ? t(
        'status.limits.full',
        'Heartbeats use all {{limit}} messages that IRM accepts in 5 minutes: alerts are refused',
        verbatim({ limit })
      )
    : t(
        'status.limits.half',
        'Heartbeats use {{messages}} of the {{limit}} messages that IRM accepts in 5 minutes',
        verbatim({ messages, limit })
      );
