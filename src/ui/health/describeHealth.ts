import type { Health, Pages } from '../../connection/health/types';
import { formatMoment } from '../formatMoment';
import { healthText, pagesText } from './healthTexts';

/** Why a heartbeat is in its state, with times as pages write them; see `healthText`. */
export const describeHealth = (health: Pick<Health, 'reason'> & Partial<Health>, now: number): string =>
  healthText(health, now, formatMoment);

/** When IRM pages or has paged; see `pagesText`. */
export const describePages = (pages: Pages, now: number, isUnread = false): string =>
  pagesText(pages, now, formatMoment, isUnread);
