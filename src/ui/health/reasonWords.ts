import { describeDeliveryFailure } from '../describeDeliveryFailure';
import { describeHealth } from './describeHealth';

/** Words for what is wrong with heartbeats, as `useReasonWords` loads them. */
export const reasonWords = { describeDeliveryFailure, describeHealth };
