import { t } from '@grafana/i18n';
import type { NextAction } from '../../connection/health/types';

const ACTIONS: Readonly<Record<NextAction, () => string>> = {
  none: () => t('status.next.none', 'Nothing to do'),
  wait: () => t('status.next.wait', 'Wait for the next heartbeat'),
  readAgain: () => t('status.next.read-again', 'Wait for the next refresh, or reload the page'),
  setUpHeartbeat: () => t('status.next.set-up-heartbeat', 'Add heartbeat'),
  adopt: () => t('status.next.adopt', 'Adopt the connection'),
  resume: () => t('status.next.resume', 'Resume the heartbeat'),
  repair: () => t('status.next.repair', 'Repair the connection'),
  changeTiming: () => t('status.next.change-timing', 'Change timing'),
  expireSilence: () => t('status.next.expire-silence', 'Expire the silence'),
  rotateEndpoint: () => t('status.next.rotate-endpoint', 'Change endpoint'),
  sendBeat: () => t('status.next.send-beat', 'Send heartbeat'),
  openRule: () => t('status.next.open-rule', 'View alert rule'),
  openContactPoint: () => t('status.next.open-contact-point', 'View contact point'),
  openDataSource: () => t('status.next.open-data-source', 'View data source'),
  checkAlertmanagers: () => t('status.next.check-alertmanagers', 'Send alerts to the internal Alertmanager'),
  routeAlerts: () => t('status.next.route-alerts', 'Route alerts'),
  checkNetwork: () => t('status.next.check-network', 'Check the network between Grafana and IRM'),
  checkIrm: () => t('status.next.check-irm', 'Check the heartbeat in IRM'),
  askForPermission: () => t('status.next.ask-for-permission', 'Ask an admin for the permission'),
};

/** What to do next, as an instruction without a full stop. */
export const describeNextAction = (action: NextAction) => ACTIONS[action]();

/** Whether there is nothing to do but to wait, for a heartbeat or for the next reading. */
export const isWaiting = (action: NextAction): boolean => action === 'wait' || action === 'readAgain';
