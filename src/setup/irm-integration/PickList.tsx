import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Button, Stack, Text, useStyles2 } from '@grafana/ui';
import type { Candidate } from '../../connection/irm/candidates';
import type { EscalationChain, IrmIntegration, IrmTeam } from '../../connection/irm/irmPort';
import { verbatim } from '../../ui/verbatim';
import { OpenConnection } from './OpenConnection';
import { typeName } from '../../ui/irm/typeName';

interface Props {
  candidates: readonly Candidate[];
  teams: readonly IrmTeam[];
  /** Undefined while they are read, and where IRM does not list them. */
  chains: readonly EscalationChain[] | undefined;
  onUse(integration: IrmIntegration): void;
}

/** Integrations to choose from; those that Grafana feeds already lead to their connection. */
export function PickList({ candidates, teams, chains, onUse }: Props) {
  const styles = useStyles2(getStyles);
  if (candidates.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label={t('setup.pick.list', 'Integrations of IRM')}>
      {candidates.map(({ integration, connection }) => (
        <li key={integration.id} className={styles.row}>
          <div className={styles.facts}>
            <Text element="h3" variant="h5">
              {integration.name}
            </Text>
            {integration.description !== '' && (
              <Text element="p" variant="bodySmall" color="secondary">
                {integration.description}
              </Text>
            )}
            <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
              <Text element="p" variant="bodySmall" color="secondary">
                {[typeName(integration.type), teamName(integration, teams)].filter(Boolean).join(' · ')}
              </Text>
              {connection && (
                <Badge color="green" icon="check" text={t('setup.pick.connected', 'Already connected here')} />
              )}
              <ChainBadge integration={integration} chains={chains} />
              {integration.maintenance && (
                <Badge
                  color="orange"
                  icon="exclamation-triangle"
                  text={t('setup.pick.maintenance', 'In maintenance')}
                />
              )}
            </Stack>
          </div>
          {connection ? (
            <OpenConnection connection={connection} />
          ) : (
            <Button
              type="button"
              size="sm"
              variant="secondary"
              onClick={() => onUse(integration)}
              aria-label={t('setup.pick.use-label', 'Choose {{name}}', verbatim({ name: integration.name }))}
            >
              {t('setup.pick.use', 'Choose')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function ChainBadge({ integration, chains }: { integration: IrmIntegration; chains: Props['chains'] }) {
  const { escalationChainId } = integration;
  if (escalationChainId === undefined) {
    return <Badge color="orange" icon="exclamation-triangle" text={t('setup.pick.no-chain', 'No escalation chain')} />;
  }
  const name = chains?.find(({ id }) => id === escalationChainId)?.name;
  return (
    <Badge
      color="blue"
      icon="users-alt"
      text={
        name === undefined
          ? t('setup.pick.chain', 'Has an escalation chain')
          : t('setup.pick.chain-named', 'Escalates with {{name}}', verbatim({ name }))
      }
    />
  );
}

function teamName({ teamId }: IrmIntegration, teams: readonly IrmTeam[]): string {
  return teamId === undefined
    ? t('setup.create.no-team', 'No team')
    : (teams.find(({ id }) => id === teamId)?.name ?? '');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
    margin: 0,
  }),
  row: css({
    display: 'flex',
    gap: theme.spacing(2),
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(1.5, 2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    [theme.breakpoints.down('sm')]: { flexWrap: 'wrap' },
  }),
  facts: css({ display: 'grid', gap: theme.spacing(0.5), minWidth: 0, overflowWrap: 'anywhere' }),
});
