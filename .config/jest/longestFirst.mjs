import Sequencer from '@jest/test-sequencer';

/** Plays more than an hour of two replicas second by second, in a file of few lines. */
const LONGEST = /[\\/]tests[\\/]replicas[\\/]/;

/**
 * Jest begins with what took longest before, and where nothing ran before with the greatest file. The longest of all
 * would be the last then, while the other workers have nothing left to do.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLongest = ({ path }) => LONGEST.test(path);
    const sorted = super.sort(tests);
    return [...sorted.filter(isLongest), ...sorted.filter((test) => !isLongest(test))];
  }
}
