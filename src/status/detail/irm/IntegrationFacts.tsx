import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import type { IrmIntegration } from '../../../connection/irm/irmPort';
import { describeIrmError } from '../../../ui/irm/describeIrmError';
import { IntegrationLink } from '../../../ui/irm/IntegrationLink';
import { typeName } from '../../../ui/irm/typeName';
import { useIrmTeams } from '../../../ui/irm/useIrmLists';

/** The integration as IRM calls it, and the way to it. */
export function IntegrationFacts({ integration }: { integration: IrmIntegration }) {
  const team = useTeamName(integration.teamId);
  const facts: Array<[string, string]> = [
    [t('status.irm.name', 'Integration'), integration.name],
    [t('status.irm.type', 'Type'), typeName(integration.type)],
    [t('status.irm.team', 'Team'), team],
  ];
  return (
    <>
      <Stack direction="row" gap={3} wrap="wrap">
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text element="p" variant="bodySmall" color="secondary">
              {label}
            </Text>
            <Text element="p">{value}</Text>
          </div>
        ))}
      </Stack>
      <IntegrationLink id={integration.id} />
    </>
  );
}

function useTeamName(teamId: string | undefined): string {
  const { items, error } = useIrmTeams();
  if (teamId === undefined) {
    return t('status.irm.no-team', 'No team');
  }
  const name = items?.find(({ id }) => id === teamId)?.name;
  return name ?? (error ? describeIrmError(error).title : '…');
}
