import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildMode } from '../startOptions';
import { distDirectory, projectRoot } from './paths';
import { SandboxProblem } from '../problem';
import { isStamped, removeStamp } from './stamp';

/** Makes dist/ with the project's own build when it is missing or was made of other sources. */
export async function buildPlugin(
  mode: BuildMode,
  announce: (text: string) => void,
  signal: AbortSignal
): Promise<void> {
  const isBuilt = ['module.js', 'plugin.json'].every((name) => existsSync(path.join(distDirectory, name)));
  if (mode === 'never') {
    if (!isBuilt) {
      throw new SandboxProblem('There is no built plugin in dist/: run "npm run build", or start without --no-build.');
    }
    return;
  }
  if (mode === 'ifNeeded' && isBuilt && (await isStamped())) {
    return;
  }
  announce(
    isBuilt && mode === 'ifNeeded' ? 'Building the plugin again, its sources have changed' : 'Building the plugin'
  );
  // Without it a build that is broken off counts as none, whatever it has left in dist/.
  await removeStamp();
  await runBuild(signal);
}

function runBuild(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const { command, args } = npmCommand();
    // A process group of its own, so that ending it ends everything that npm has started.
    const child = spawn(command, args, { cwd: projectRoot, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const stop = () => child.pid && endGroup(child.pid);
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', (error) =>
      reject(new SandboxProblem(`npm could not be run to build the plugin: ${error.message}`))
    );
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) {
        reject(new SandboxProblem('The build of the plugin was broken off.'));
      } else if (code === 0) {
        resolve();
      } else {
        reject(new SandboxProblem(`The plugin could not be built.\n${output.trim()}\nMend this and start again.`));
      }
    });
  });
}

/** The npm that runs us, when there is one. */
function npmCommand(): { command: string; args: string[] } {
  const script = process.env.npm_execpath;
  const args = ['run', '--silent', 'build'];
  return script?.endsWith('.js') ? { command: process.execPath, args: [script, ...args] } : { command: 'npm', args };
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself meanwhile.
  }
}
