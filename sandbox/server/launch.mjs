/** What `npm start` runs: plain JavaScript, so that a missing installation or an old Node is a sentence, not a stack trace. */
import { createRequire } from 'node:module';
import process from 'node:process';

const oldestNode = 20;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  giveUp(`The sandbox needs Node ${oldestNode} or later; this is ${process.versions.node}.`);
}
try {
  await import('tsx');
} catch {
  giveUp('The packages are not installed: run "npm ci" first.');
}
createRequire(import.meta.url)('../server.ts');

function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
