import { readFile } from 'node:fs/promises';
import path from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export type Caching = 'unchanging' | 'checked';

/** The file of that name below `directory`, or 404; names cannot lead out of it. */
export async function serveFile(directory: string, name: string, caching: Caching): Promise<Response> {
  const file = path.resolve(directory, `./${decode(name)}`);
  const content = file.startsWith(directory + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
  if (!content) {
    return new Response('Not found', { status: 404 });
  }
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': caching === 'unchanging' ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}
