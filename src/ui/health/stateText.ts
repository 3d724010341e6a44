import { t } from '@grafana/i18n';
import type { Health, HealthState } from '../../connection/health/types';

const STATES: Readonly<Record<HealthState, () => string>> = {
  up: () => t('status.state.up', 'Up'),
  new: () => t('status.state.new', 'Starting'),
  late: () => t('status.state.late', 'Late'),
  down: () => t('status.state.down', 'Down'),
  misconfigured: () => t('status.state.misconfigured', 'Misconfigured'),
  paused: () => t('status.state.paused', 'Paused'),
  unknown: () => t('status.state.unknown', 'Unknown'),
  none: () => t('status.state.none', 'No heartbeat'),
};

/** A state in one or two words, as on its badge. */
export const stateText = (state: HealthState) => STATES[state]();

/** Why a heartbeat is up; other reasons are told by `describeHealth`, which pages load when there is one. */
export const beatingText = () => t('status.reason.beating', 'The last heartbeat was delivered on time.');

/** Whether that is all there is to tell of it. */
export const isPlainlyBeating = ({ reason, forgottenAt }: Health): boolean =>
  reason.code === 'beating' && forgottenAt === undefined;
