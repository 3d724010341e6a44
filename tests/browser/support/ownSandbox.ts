import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Place } from './environment';

export interface OwnSandbox extends Place {
  pid: number | undefined;
  stop(): Promise<void>;
}

const LAUNCHER = path.join(__dirname, '../../../sandbox/server/launch.mjs');
const START_TIMEOUT_MS = 60_000;

/** A sandbox beside the one that the specs run against, on free ports, with its own speed and settings. Takes the plugin as built. */
export async function startOwnSandbox(
  speed: number,
  settings: Readonly<Record<string, string>> = {},
  flags: readonly string[] = []
): Promise<OwnSandbox> {
  const env = { ...process.env, ...settings, PORT: '0', IRM_PORT: '0', SANDBOX_SPEED: String(speed) };
  const child = spawn(process.execPath, [LAUNCHER, '--no-build', ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  let output = '';
  const ready = new Promise<Place>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the own sandbox did not start:\n${output}`)), START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const irmUrl = / IRM is at (http\S+)$/m.exec(output)?.[1];
      const grafanaUrl = /^ +1 +Open (http\S+)$/m.exec(output)?.[1];
      if (irmUrl && grafanaUrl) {
        clearTimeout(late);
        resolve({ irmUrl, grafanaUrl });
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`the own sandbox ended:\n${output}`)));
  });
  try {
    return { ...(await ready), pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
