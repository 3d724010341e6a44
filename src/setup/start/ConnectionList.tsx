import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Text, useStyles2, type BadgeColor, type IconName } from '@grafana/ui';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { maskUrl } from '../../connection/endpoint/mask';
import type { Connection } from '../../connection/ownership/connections';
import { nameOf } from '../../connection/ownership/nameOf';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { verbatim } from '../../ui/verbatim';
import { connectionPath } from '../step/paths';

/** The connections that Grafana's objects make up, with how far each got. */
export function ConnectionList({ connections }: { connections: readonly Connection[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={t('setup.list.label', 'Connections')}>
      {connections.map((connection) => (
        <ConnectionItem key={connection.id} connection={connection} />
      ))}
    </ul>
  );
}

function ConnectionItem({ connection }: { connection: Connection }) {
  const styles = useStyles2(getStyles);
  const name = nameOf(connection);
  const isComplete = connection.stage === 'complete';
  return (
    <li className={styles.item}>
      <div className={styles.facts}>
        <Text element="h3" variant="h5">
          {name}
        </Text>
        <Text element="p" variant="bodySmall" color="secondary">
          {maskUrl(endpointUrl(connection.endpoint))}
        </Text>
        <div>
          <Badge {...STAGES[connection.stage]()} />
        </div>
      </div>
      <InternalLinkButton
        href={connectionPath(connection.id)}
        variant="secondary"
        aria-label={
          isComplete
            ? t('setup.list.open-label', 'Open {{name}}', verbatim({ name }))
            : t('setup.list.continue-label', 'Continue {{name}}', verbatim({ name }))
        }
      >
        {isComplete ? t('setup.list.open', 'Open') : t('setup.list.continue', 'Continue')}
      </InternalLinkButton>
    </li>
  );
}

const STAGES: Record<Connection['stage'], () => { text: string; color: BadgeColor; icon: IconName }> = {
  contactPoint: () => ({
    text: t('setup.list.stage.contact-point', 'Only a heartbeat so far, no contact point for alerts'),
    color: 'orange',
    icon: 'exclamation-triangle',
  }),
  heartbeat: () => ({
    text: t('setup.list.stage.heartbeat', 'Contact point, no heartbeat'),
    color: 'blue',
    icon: 'info-circle',
  }),
  rule: () => ({
    text: t('setup.list.stage.rule', 'Heartbeat begun, its alert rule is missing'),
    color: 'orange',
    icon: 'exclamation-triangle',
  }),
  complete: () => ({
    text: t('setup.list.stage.complete', 'Contact point and heartbeat'),
    color: 'green',
    icon: 'check',
  }),
};

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1), margin: 0 }),
  item: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  facts: css({ display: 'grid', gap: theme.spacing(0.5), minWidth: 0, overflowWrap: 'anywhere' }),
});
