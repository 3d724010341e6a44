import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';

const compile = vm.compileFunction;
const kept = new Map();

// A file of tests is over before most of what V8 optimises has paid for that, so a function has to run for four times as
// long first. Without effect where V8 has no such flag.
setFlagsFromString('--interrupt-budget=270000');

/**
 * Jest runs every module anew for each file of tests, and lets V8 read its source again each time, which took a third
 * to a half of what a file cost before its first test. From now on this process keeps what V8 has made of a source, so
 * that only running it is left. Coverage is counted from where the source begins, which a kept one has moved.
 */
export function keepScripts({ globalConfig }) {
  vm.compileFunction = globalConfig.collectCoverage ? compile : takeKept;
}

function takeKept(source, parameters, options) {
  const { filename, parsingContext } = options;
  const known = kept.get(filename);
  const script = known?.source === source ? known.script : read(source, parameters, options);
  kept.set(filename, { source, script });
  return script.runInContext(parsingContext);
}

function read(source, parameters, { filename, importModuleDynamically }) {
  const opening = `(function (${parameters.join(', ')}) {`;
  const columnOffset = -opening.length;
  return new vm.Script(`${opening}${source}\n})`, { filename, importModuleDynamically, columnOffset });
}
