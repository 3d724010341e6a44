import type { Pages } from '../../connection/health/types';
import { formatMoment } from '../formatMoment';
import { pagesText } from './pagesText';

/** When IRM pages or has paged; see `pagesText`. */
export const describePages = (pages: Pages, now: number): string => pagesText(pages, now, formatMoment);
