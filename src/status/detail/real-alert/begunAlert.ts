import type { RealAlertMark } from '../../../connection/desired/realAlertMark';

/** A real alert whose rule was written, by this page or another. */
export interface BegunAlert {
  mark: RealAlertMark;
  testId: string;
}
