import { t } from '@grafana/i18n';
import { Button, LinkButton, Text, TextLink } from '@grafana/ui';
import { useIsFetching } from '@tanstack/react-query';
import type { NextAction } from '../../../connection/health/types';
import type { Connection } from '../../../connection/ownership/connections';
import { grafanaPaths } from '../../../grafana/links';
import { addressForLinks, wayToIntegrations } from '../../../irm/links';
import { PLUGIN_ID } from '../../../transport/pluginId';
import { BusyButton } from '../../../ui/BusyButton';
import { InternalLinkButton } from '../../../ui/InternalLinkButton';
import { useServices } from '../../../ui/data/services';
import { missingInShort } from '../../../ui/describeMissingRights';
import { describeNextAction } from '../../../ui/health/describeNextAction';
import { routePath, setUpHeartbeatPath } from '../../../ui/pagePaths';
import { READING_KEY, useRefresh } from '../../../ui/reading/useRefresh';
import { verbatim } from '../../../ui/verbatim';
import type { ActionId } from './types';
import type { GrafanaObjects } from '../../../connection/reading/reading';
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
  const { actor } = useServices();
  const missingFor = useMissingFor(connection, objects);
  const text = describeNextAction(action);
  const look = { size: isMain ? 'md' : 'sm', variant: isMain ? 'primary' : 'secondary' } as const;
  const own = OWN[action];
  if (own) {
    const missing = missingFor(own);
    return (
      <Button
        {...look}
        disabled={missing.length > 0}
        tooltip={missing.length > 0 ? missingInShort(missing, actor) : undefined}
        onClick={() => onAction(own)}
      >
        {text}
      </Button>
    );
  }
  const href = pathFor(action, connection);
  if (href !== undefined) {
    return (
      <InternalLinkButton {...look} href={href}>
        {text}
      </InternalLinkButton>
    );
  }
  if (action === 'none') {
    return null;
  }
  if (action === 'readAgain') {
    return <ReadAgain look={look} />;
  }
  return action === 'checkIrm' ? <CheckIrm look={look} text={text} /> : <Text element="p">{text}</Text>;
}

interface Look {
  look: { size: 'sm' | 'md'; variant: 'primary' | 'secondary' };
}

function ReadAgain({ look }: Look) {
  const refresh = useRefresh();
  const isReading = useIsFetching({ queryKey: READING_KEY }) > 0;
  return (
    <BusyButton {...look} isBusy={isReading} icon="sync" onClick={() => void refresh()}>
      {t('status.freshness.refresh', 'Refresh')}
    </BusyButton>
  );
}

/** The way to IRM's integrations; where nobody has said where IRM is, the clicks, and where to say it. */
function CheckIrm({ look, text }: Look & { text: string }) {
  const { granted, settings } = useServices();
  const way = wayToIntegrations(addressForLinks(settings));
  if (way.kind === 'link') {
    return (
      <LinkButton {...look} href={way.href} target="_blank" rel="noreferrer" icon="external-link-alt">
        {text}
      </LinkButton>
    );
  }
  return (
    <Text element="p">
      {t('status.check-irm.by-hand', '{{text}}: {{path}}', verbatim({ text, path: way.path.join(' → ') }))}
      {granted('plugins:write') && (
        <>
          {'. '}
          <TextLink href={grafanaPaths.pluginConfiguration(PLUGIN_ID)} inline>
            {t('status.check-irm.configure', 'Add the IRM URL')}
          </TextLink>
        </>
      )}
    </Text>
  );
}

function pathFor(action: NextAction, connection: Connection): string | undefined {
  const { id, rule, heartbeatContactPoint, otherHeartbeatContactPoints, alertContactPoint } = connection;
  switch (action) {
    case 'setUpHeartbeat':
      return setUpHeartbeatPath(id);
    case 'openRule':
      return rule?.uid === undefined ? undefined : grafanaPaths.rule(rule.uid);
    case 'openContactPoint': {
      const name = (heartbeatContactPoint ?? otherHeartbeatContactPoints[0] ?? alertContactPoint)?.name;
      return name === undefined ? grafanaPaths.contactPoints() : grafanaPaths.contactPoint(name);
    }
    case 'openDataSource':
      return rule?.scope.kind === 'dataSource' ? grafanaPaths.dataSource(rule.scope.dataSourceUid) : undefined;
    case 'routeAlerts':
      return routePath({ connection: id });
    case 'checkAlertmanagers':
      return grafanaPaths.alertmanagers();
    default:
      return undefined;
  }
}
