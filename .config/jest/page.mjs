import { createRequire } from 'node:module';
import { clearImmediate, setImmediate } from 'node:timers';
import FixedJsdom from 'jest-fixed-jsdom';
import { keepScripts } from './keptScripts.mjs';

/**
 * A page with turns of the event loop that go on while a test holds the timers. jsdom has no `setImmediate`; without it
 * React and jest's held timers take `setTimeout`, which waits a millisecond each time, or until a test lets time pass.
 */
export default class Page extends FixedJsdom {
  constructor(config, context) {
    super(config, context);
    keepScripts(config);
    const { global } = this;
    rememberLocales(global.Intl);
    const HeldTimers = this.fakeTimersModern.constructor;
    global.setImmediate = setImmediate;
    global.clearImmediate = clearImmediate;
    this.fakeTimersModern = new HeldTimers({ config: config.projectConfig, global });
  }
}

/**
 * jsdom works out a dozen colors each time that a style is asked for, as every click and every search by role does. No
 * test asks for one.
 */
function leaveOutColors() {
  const loadAsPagesDo = createRequire(import.meta.resolve('jest-environment-jsdom'));
  const { propertiesWithResolvedValueImplemented: workedOut } = loadAsPagesDo(
    'jsdom/lib/jsdom/living/helpers/style-rules.js'
  );
  for (const name of Object.keys(workedOut).filter((one) => one.includes('color'))) {
    delete workedOut[name];
  }
}

leaveOutColors();

/** Asked with every text that is shown, always for the same language, and slow to answer. */
function rememberLocales(intl) {
  const ask = intl.getCanonicalLocales;
  const answers = new Map();
  intl.getCanonicalLocales = (asked) => {
    if (typeof asked !== 'string') {
      return ask(asked);
    }
    const answer = answers.get(asked) ?? ask(asked);
    answers.set(asked, answer);
    return [...answer];
  };
}
