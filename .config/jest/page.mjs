import { setImmediate } from 'node:timers';
import FixedJsdom from 'jest-fixed-jsdom';

/**
 * A page in which held timers go on with the next turn of the event loop. Without a `setImmediate`, which jsdom has not,
 * jest takes `setTimeout` for that and waits a millisecond for each timer and each step of time: a third of what some
 * files took.
 */
export default class Page extends FixedJsdom {
  constructor(config, context) {
    super(config, context);
    const { global } = this;
    const HeldTimers = this.fakeTimersModern.constructor;
    global.setImmediate = setImmediate;
    this.fakeTimersModern = new HeldTimers({ config: config.projectConfig, global });
    // Pages have none.
    delete global.setImmediate;
  }
}
