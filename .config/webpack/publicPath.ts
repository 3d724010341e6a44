import host from 'amd-module';

declare global {
  // A name that webpack gives a meaning.
  var __webpack_public_path__: string;
}

/**
 * Runs before everything else of the bundle. Chunks come from where Grafana found module.js, which is another place below
 * a path (`serve_from_sub_path`) or on a CDN; a loader that does not tell leaves what the build wrote down.
 */
if (host?.uri) {
  __webpack_public_path__ = host.uri.slice(0, host.uri.lastIndexOf('/') + 1);
}
