import type { BuildMode, ReactBuild, Toolchain } from '../startOptions';
import type { Built } from '../start';
import { buildPage } from './buildPage';
import { buildPlugin } from './buildPlugin';
import { distDirectory } from './paths';

interface Wanted {
  mode: BuildMode;
  toolchain: Toolchain;
  react: ReactBuild;
  /** A built plugin to serve as it is, in place of the project's own. */
  pluginDirectory: string | undefined;
}

/** Builds what is missing of the page and of the project's own plugin. */
export async function buildBoth(
  { mode, toolchain, react, pluginDirectory = distDirectory }: Wanted,
  announce: (text: string) => void,
  signal: AbortSignal
): Promise<Built> {
  if (pluginDirectory === distDirectory) {
    await buildPlugin(mode, announce, signal);
    signal.throwIfAborted();
  }
  return { pluginDirectory, pageDirectory: await buildPage(mode, { toolchain, react }, announce) };
}
