import type { GrafanaError } from '../port/grafanaPort';
import type { ReadingPart } from '../reading/reading';
import type { Judgement } from './types';

/** What a part that was not read leaves unknown: a refusal takes a permission, anything else the next reading. */
export const notRead = (part: ReadingPart, error: GrafanaError): Judgement =>
  error.reason === 'forbidden'
    ? { state: 'unknown', reason: { code: 'forbidden', part, error }, nextAction: 'askForPermission' }
    : { state: 'unknown', reason: { code: 'notRead', part, error }, nextAction: 'readAgain' };
