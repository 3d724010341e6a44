import { t } from '@grafana/i18n';
import type { IntegrationOfEndpoint } from '../../connection/irm/findIntegration';
import type { IrmIntegration, IrmTeam } from '../../connection/irm/irmPort';
import { formatMoment } from '../../ui/formatMoment';
import { verbatim } from '../../ui/verbatim';
import type { Fact } from './fact';

/** What IRM calls the integration, and whether it takes alerts seriously; nothing where that is not known. */
export function irmFacts(
  found: IntegrationOfEndpoint | undefined,
  teams: readonly IrmTeam[] | undefined,
  now: number
): Fact[] {
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
  return [{ id: 'irm', label, value: name, ...(detail && { detail }) }, ...maintenanceFact(maintenance, now)];
}

function maintenanceFact(maintenance: IrmIntegration['maintenance'], now: number): Fact[] {
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
        endsAt === undefined
          ? t('status.fact.no-end', 'without an end')
          : t('status.fact.until', 'until {{time}}', verbatim({ time: formatMoment(endsAt, now) })),
      detail: t('status.fact.nobody-paged', 'nobody is paged'),
      isBad: true,
    },
  ];
}
