import { setImmediate } from 'node:timers';

/** Turns of the event loop that go on while a test holds the timers; jsdom has none of its own. Import it first. */
Object.assign(globalThis, { setImmediate });
