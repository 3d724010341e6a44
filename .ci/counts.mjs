// Prints 'PASSED FAILED' out of a test runner's JSON report: node .ci/counts.mjs jest|playwright FILE
import { readFileSync } from 'node:fs';

const [runner, file] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, 'utf8'));

const counts = {
  // A file that could not run counts as one failure, as it holds no test that could.
  jest: () => [report.numPassedTests, report.numFailedTests + report.numRuntimeErrorTestSuites],
  playwright: () => [report.stats.expected, report.stats.unexpected + report.stats.flaky + report.errors.length],
};

process.stdout.write(`${counts[runner]().join(' ')}\n`);
