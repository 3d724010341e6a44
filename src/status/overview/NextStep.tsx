import { t } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import type { ComponentProps } from 'react';
import type { OverviewRow } from '../../connection/health/overview';
import { describeNextAction, isWaiting } from '../../ui/health/describeNextAction';
import { connectionPath, routePath, setupConnectionPath } from '../../ui/pagePaths';

interface Props extends Pick<ComponentProps<typeof TextLink>, 'variant'> {
  row: OverviewRow;
}

/** Whether a part of the connection was never made, so that the wizard goes on with it. */
export const isUnfinished = ({ connection, health }: OverviewRow): boolean =>
  health.nextAction === 'setUpHeartbeat' || (health.nextAction === 'none' && connection.stage === 'contactPoint');

/** What to do about a connection, as a link to where it is done. */
export function NextStep({ row, variant }: Props) {
  const { connection, health } = row;
  const { nextAction } = health;
  if (
    nextAction === 'setUpHeartbeat' ||
    (connection.isOurs && connection.stage !== 'complete' && nextAction === 'none')
  ) {
    return (
      <TextLink href={setupConnectionPath(connection.id)} variant={variant}>
        {t('connections.continue', 'Continue setup')}
      </TextLink>
    );
  }
  if (nextAction === 'none') {
    return row.routing.kind === 'notRouted' && connection.alertContactPoint ? (
      <TextLink href={routePath({ connection: connection.id })} variant={variant}>
        {describeNextAction('routeAlerts')}
      </TextLink>
    ) : null;
  }
  if (isWaiting(nextAction)) {
    return <span>{describeNextAction(nextAction)}.</span>;
  }
  return (
    <TextLink href={connectionPath(connection.id)} variant={variant}>
      {describeNextAction(nextAction)}
    </TextLink>
  );
}
