import type { Health } from '../../connection/health/types';
import { formatMoment } from '../formatMoment';
import { healthText } from './healthTexts';

/** Why a heartbeat is in its state, with times as pages write them; see `healthText`. */
export const describeHealth = (health: Pick<Health, 'reason'> & Partial<Health>, now: number): string =>
  healthText(health, now, formatMoment);
