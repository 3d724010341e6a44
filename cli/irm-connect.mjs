#!/usr/bin/env node
// Plain JavaScript, so that a missing installation or an old Node is a sentence, not a stack trace.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const oldestNode = 20;

// The library of texts thanks its sponsor on standard output, where programs expect the result.
globalThis.__i18next_supportNoticeShown = true;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  giveUp(`irm-connect needs Node ${oldestNode} or later; this is ${process.versions.node}.`);
}
const { require: load } = await import('tsx/cjs/api').catch(() =>
  giveUp('The packages are not installed: run "npm ci" in the repository first.')
);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { main } = load('./main.ts', import.meta.url);
await main(version);

function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
