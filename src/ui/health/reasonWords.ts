/** Words for what is wrong with heartbeats, as `useReasonWords` loads them. */
export { describeDeliveryFailure } from '../describeDeliveryFailure';
export { describeHealth } from './describeHealth';
