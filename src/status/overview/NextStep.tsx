import { TextLink } from '@grafana/ui';
import type { OverviewRow } from '../../connection/health/overview';
import { describeNextAction } from '../../ui/health/describeNextAction';
import { connectionPath, setupConnectionPath } from '../summary/paths';

/** What to do about a connection, as a link to where it is done. */
export function NextStep({ row: { connection, health } }: { row: OverviewRow }) {
  const { nextAction } = health;
  if (nextAction === 'none') {
    return null;
  }
  if (nextAction === 'wait') {
    return <span>{describeNextAction(nextAction)}.</span>;
  }
  const path = nextAction === 'setUpHeartbeat' ? setupConnectionPath(connection.id) : connectionPath(connection.id);
  return <TextLink href={path}>{describeNextAction(nextAction)}</TextLink>;
}
