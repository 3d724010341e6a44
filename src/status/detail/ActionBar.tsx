import { t } from '@grafana/i18n';
import { Button, Stack, Text, TextLink, type IconName } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import { grafanaPaths } from '../../grafana/links';
import { IrmLink } from '../../ui/IrmLink';
import { MissingRights } from '../../ui/MissingRights';
import type { ActionId } from './actions/types';
import { Section } from './parts/Section';
import { useMissingFor } from './parts/useMissingFor';
import type { Live } from './parts/useLive';

interface Action {
  id: ActionId;
  label: string;
  icon: IconName;
}

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** All that can be done. Each opens a dialog that shows what would happen first. */
export function ActionBar({ live, onAction }: Props) {
  const { connection } = live;
  const missingFor = useMissingFor(connection, live.data.reading);
  const actions = actionsFor(connection);
  const missing = [...new Set(actions.flatMap(({ id }) => missingFor(id)))];
  return (
    <Section
      title={t('status.actions.title', 'Actions')}
      description={t('status.actions.text', 'Each shows what it would do before it does it.')}
    >
      <MissingRights missing={missing} />
      <Stack direction="row" gap={1} wrap="wrap">
        {actions.map(({ id, label, icon }) => (
          <Button
            key={id}
            icon={icon}
            variant={id === 'remove' ? 'destructive' : 'secondary'}
            fill={id === 'remove' ? 'outline' : 'solid'}
            disabled={missingFor(id).length > 0}
            onClick={() => onAction(id)}
          >
            {label}
          </Button>
        ))}
      </Stack>
      <Stack direction="row" gap={2} wrap="wrap" alignItems="center">
        <Text color="secondary">{t('status.links', 'Open in Grafana')}</Text>
        {linksFor(connection).map(({ href, label }) => (
          <TextLink key={label} href={href}>
            {label}
          </TextLink>
        ))}
        <IrmLink />
      </Stack>
    </Section>
  );
}

function actionsFor(connection: Connection): Action[] {
  const { alertContactPoint, heartbeatContactPoint, rule } = connection;
  const hasHeartbeat = heartbeatContactPoint !== undefined || rule !== undefined;
  const all: Array<Action | false | undefined> = [
    alertContactPoint && { id: 'test', icon: 'message', label: t('status.action.test', 'Send test notification') },
    heartbeatContactPoint && { id: 'beat', icon: 'heart', label: t('status.action.beat', 'Send one heartbeat now') },
    rule && !rule.isPaused && { id: 'pause', icon: 'pause', label: t('status.action.pause', 'Pause') },
    rule?.isPaused && { id: 'resume', icon: 'play', label: t('status.action.resume', 'Resume') },
    hasHeartbeat &&
      connection.isOurs && {
        id: 'timing',
        icon: 'clock-nine',
        label: t('status.action.timing', 'Change interval and timing'),
      },
    connection.isOurs
      ? { id: 'repair', icon: 'cog', label: t('status.action.repair', 'Repair') }
      : { id: 'adopt', icon: 'check', label: t('status.action.adopt', 'Adopt') },
    { id: 'rename', icon: 'pen', label: t('status.action.rename', 'Rename') },
    { id: 'rotate', icon: 'key-skeleton-alt', label: t('status.action.rotate', 'Replace endpoint') },
    { id: 'remove', icon: 'trash-alt', label: t('status.action.remove', 'Remove') },
  ];
  return all.flatMap((action) => action || []);
}

function linksFor({ alertContactPoint, heartbeatContactPoint, rule }: Connection) {
  return [
    alertContactPoint && {
      href: grafanaPaths.contactPoint(alertContactPoint.name),
      label: t('status.link.alerts', 'Contact point for alerts'),
    },
    heartbeatContactPoint && {
      href: grafanaPaths.contactPoint(heartbeatContactPoint.name),
      label: t('status.link.beats', 'Contact point for the heartbeat'),
    },
    rule?.uid !== undefined && { href: grafanaPaths.rule(rule.uid), label: t('status.link.rule', 'Alert rule') },
  ].flatMap((link) => link || []);
}
