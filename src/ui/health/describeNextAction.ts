import { t } from '@grafana/i18n';
import type { NextAction } from '../../connection/health/types';

const ACTIONS: Readonly<Record<NextAction, () => string>> = {
  none: () => t('status.next.none', 'Nothing to do'),
  wait: () => t('status.next.wait', 'Wait for the next beat'),
  setUpHeartbeat: () => t('status.next.set-up-heartbeat', 'Set up a heartbeat'),
  adopt: () => t('status.next.adopt', 'Adopt the connection'),
  resume: () => t('status.next.resume', 'Resume the heartbeat'),
  repair: () => t('status.next.repair', 'Repair the connection'),
  changeTiming: () => t('status.next.change-timing', 'Set the heartbeat interval'),
  expireSilence: () => t('status.next.expire-silence', 'Expire the silence'),
  rotateEndpoint: () => t('status.next.rotate-endpoint', 'Put in the current endpoint from IRM'),
  sendBeat: () => t('status.next.send-beat', 'Send a heartbeat now and see what comes back'),
  openRule: () => t('status.next.open-rule', 'Look at the alert rule'),
  openContactPoint: () => t('status.next.open-contact-point', 'Look at the contact point'),
  openDataSource: () => t('status.next.open-data-source', 'Look at the data source'),
  checkAlertmanagers: () => t('status.next.check-alertmanagers', 'Send alerts to the internal Alertmanager, too'),
  checkNetwork: () => t('status.next.check-network', 'Check the way from Grafana to IRM'),
  checkIrm: () => t('status.next.check-irm', 'Look at the heartbeat in IRM'),
  askForPermission: () => t('status.next.ask-for-permission', 'Ask an administrator for the permission'),
};

/** What to do next, as an instruction without a full stop. */
export const describeNextAction = (action: NextAction) => ACTIONS[action]();
