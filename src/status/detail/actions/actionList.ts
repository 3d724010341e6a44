import { t } from '@grafana/i18n';
import type { IconName } from '@grafana/ui';
import { driftOf } from '../../../connection/drift/drift';
import type { Connection } from '../../../connection/ownership/connections';
import { grafanaPaths } from '../../../grafana/links';
import type { Live } from '../parts/useLive';
import type { ActionId } from './types';

export interface Action {
  id: ActionId;
  label: string;
  icon: IconName;
}

const listed = (actions: Array<Action | false | undefined>): Action[] => actions.flatMap((action) => action || []);

/** What one wants at once, but for what the page already offers as the next step. */
export function headerActions({ connection, health }: Live): Action[] {
  const { alertContactPoint, heartbeatContactPoint, rule } = connection;
  return listed([
    alertContactPoint && { id: 'test', icon: 'message', label: t('status.action.test', 'Send test alert') },
    heartbeatContactPoint &&
      health.nextAction !== 'sendBeat' && {
        id: 'beat',
        icon: 'heart',
        label: t('status.action.beat', 'Send heartbeat'),
      },
    rule && !rule.isPaused && { id: 'pause', icon: 'pause', label: t('status.action.pause', 'Pause') },
    rule?.isPaused &&
      health.nextAction !== 'resume' && { id: 'resume', icon: 'play', label: t('status.action.resume', 'Resume') },
  ]);
}

/** What is done once in a while. */
export function menuActions({ connection, data, silences }: Live): Action[] {
  const { alertContactPoint, heartbeatContactPoint, rule, isOurs } = connection;
  const { reading } = data;
  const hasHeartbeat = heartbeatContactPoint !== undefined || rule !== undefined;
  const isDrifted = isOurs && !reading.problems.rules && driftOf(connection, reading).length > 0;
  return listed([
    alertContactPoint && {
      id: 'realAlert',
      icon: 'fire',
      label: t('status.action.real-alert', 'Send real alert'),
    },
    isDrifted && { id: 'repair', icon: 'cog', label: t('status.action.repair', 'Repair') },
    !isOurs && { id: 'adopt', icon: 'check', label: t('status.action.adopt', 'Adopt') },
    silences.length > 0 && {
      id: 'silence',
      icon: 'bell-slash',
      label: t('status.action.silence', 'Expire silence'),
    },
    hasHeartbeat && isOurs && { id: 'timing', icon: 'clock-nine', label: t('status.action.timing', 'Timing') },
    { id: 'rename', icon: 'pen', label: t('status.action.rename', 'Rename') },
    { id: 'rotate', icon: 'key-skeleton-alt', label: t('status.action.rotate', 'Change endpoint') },
    rule && { id: 'drill', icon: 'bell', label: t('status.action.drill', 'Fire drill') },
  ]);
}

/** The objects of a connection on Grafana's own pages, as paths below its root. */
export function objectLinks({ alertContactPoint, heartbeatContactPoint, rule }: Connection) {
  return [
    rule?.uid !== undefined && { href: grafanaPaths.rule(rule.uid), label: t('status.link.rule', 'Alert rule') },
    alertContactPoint && {
      href: grafanaPaths.contactPoint(alertContactPoint.name),
      label: t('status.link.alerts', 'Contact point for alerts'),
    },
    heartbeatContactPoint && {
      href: grafanaPaths.contactPoint(heartbeatContactPoint.name),
      label: t('status.link.beats', 'Contact point for the heartbeat'),
    },
  ].flatMap((link) => link || []);
}
