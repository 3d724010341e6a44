import path from 'node:path';
import { nodeModules, projectRoot } from './paths';
import { serveFile } from './staticFiles';

const packaged = path.join(nodeModules, '@grafana/ui/dist/public/img/icons');
const own = path.join(projectRoot, 'sandbox/page/icons');

/** The package has only some of Grafana's icons; for the others there is a small circle, and a spinner of our own. */
export async function serveIcon(name: string): Promise<Response> {
  const icon = await serveFile(packaged, name, 'unchanging');
  if (icon.ok) {
    return icon;
  }
  const substitute = await serveFile(own, path.posix.basename(name), 'checked');
  return substitute.ok ? substitute : serveFile(own, 'missing.svg', 'checked');
}
