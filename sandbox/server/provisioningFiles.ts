import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { SandboxProblem } from './problem';

export interface ProvisioningFile {
  name: string;
  /** As it was parsed. */
  content: unknown;
}

/** Reads files of Grafana's provisioning of alerting, YAML or JSON, and all of those in a folder. */
export function readProvisioningFiles(paths: readonly string[]): ProvisioningFile[] {
  return paths.flatMap(filesOf).map((name) => ({ name, content: read(name) }));
}

function filesOf(name: string): string[] {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (!stats) {
    throw new SandboxProblem(`${name}, which Grafana should be provisioned with, is not there.`);
  }
  if (!stats.isDirectory()) {
    return [name];
  }
  const files = readdirSync(name).filter((file) => /\.(ya?ml|json)$/.test(file));
  return files.sort().map((file) => path.join(name, file));
}

function read(name: string): unknown {
  try {
    return parse(readFileSync(name, 'utf8')) as unknown;
  } catch (error) {
    throw new SandboxProblem(`${name} cannot be read: ${(error as Error).message}`);
  }
}
