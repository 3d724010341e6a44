import { Button, Text } from '@grafana/ui';
import type { NextAction } from '../../../connection/health/types';
import type { Connection } from '../../../connection/ownership/connections';
import { grafanaPaths } from '../../../grafana/links';
import { InternalLinkButton } from '../../../ui/InternalLinkButton';
import { IrmLink } from '../../../ui/IrmLink';
import { useServices } from '../../../ui/data/services';
import { missingInShort } from '../../../ui/describeMissingRights';
import { describeNextAction } from '../../../ui/health/describeNextAction';
import type { ActionId } from '../actions/types';
import type { GrafanaObjects } from '../../../connection/reading/reading';
import { setUpHeartbeatPath } from './links';
import { useMissingFor } from './useMissingFor';

interface Props {
  action: NextAction;
  connection: Connection;
  objects: GrafanaObjects;
  onAction(action: ActionId): void;
  /** The one thing to do on this page, rather than one of several. */
  isMain?: boolean;
}

/** Next steps that this page does itself. */
const OWN: Partial<Record<NextAction, ActionId>> = {
  adopt: 'adopt',
  resume: 'resume',
  repair: 'repair',
  changeTiming: 'timing',
  expireSilence: 'silence',
  rotateEndpoint: 'rotate',
  sendBeat: 'beat',
};

/** What to do, as a button for what can be done here, a link to where it is done, or a sentence. */
export function NextStep({ action, connection, objects, onAction, isMain = false }: Props) {
  const { actor, settings } = useServices();
  const { irmUrl } = settings;
  const missingFor = useMissingFor(connection, objects);
  const text = describeNextAction(action);
  const look = { size: isMain ? 'md' : 'sm', variant: isMain ? 'primary' : 'secondary' } as const;
  const own = OWN[action];
  if (own) {
    const missing = missingFor(own);
    return (
      <div>
        <Button
          {...look}
          disabled={missing.length > 0}
          tooltip={missing.length > 0 ? missingInShort(missing, actor) : undefined}
          onClick={() => onAction(own)}
        >
          {text}
        </Button>
      </div>
    );
  }
  const href = pathFor(action, connection);
  if (href !== undefined) {
    return (
      <div>
        <InternalLinkButton {...look} href={href}>
          {text}
        </InternalLinkButton>
      </div>
    );
  }
  if (action === 'none') {
    return null;
  }
  return (
    <Text element="p">
      {text}
      {(action === 'checkIrm' || action === 'checkNetwork') && irmUrl && (
        <>
          {': '}
          <IrmLink />
        </>
      )}
    </Text>
  );
}

function pathFor(action: NextAction, connection: Connection): string | undefined {
  const { id, rule, heartbeatContactPoint, alertContactPoint } = connection;
  switch (action) {
    case 'setUpHeartbeat':
      return setUpHeartbeatPath(id);
    case 'openRule':
      return rule?.uid === undefined ? undefined : grafanaPaths.rule(rule.uid);
    case 'openContactPoint': {
      const name = (heartbeatContactPoint ?? alertContactPoint)?.name;
      return name === undefined ? grafanaPaths.contactPoints() : grafanaPaths.contactPoint(name);
    }
    case 'openDataSource':
      return rule?.scope.kind === 'dataSource' ? grafanaPaths.dataSource(rule.scope.dataSourceUid) : undefined;
    case 'routeAlerts':
      return grafanaPaths.notificationPolicies();
    case 'checkAlertmanagers':
      return grafanaPaths.alertmanagers();
    default:
      return undefined;
  }
}
