import { TestEnvironment } from 'jest-environment-node';
import { keepScripts } from './keptScripts.mjs';

/** What tests of code without a page run in. */
export default class Code extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    keepScripts(config);
  }
}
