import type { PluginManifest } from './installedPlugin';

interface PageFacts {
  manifest: PluginManifest;
  irmUrl: string;
  isSignedIn: boolean;
  /** Path that Grafana is reached below, without a slash at the end; '' for the root. */
  subPath: string;
  /** Lets the page's own script run under a content security policy; undefined without one. */
  nonce: string | undefined;
}

/** The one document behind every address of the page. `base` is as in Grafana: plugins load their chunks by relative addresses. */
export function pageHtml({ manifest, irmUrl, isSignedIn, subPath, nonce }: PageFacts): string {
  const root = escapeHtml(subPath);
  const nonceAttribute = nonce === undefined ? '' : ` nonce="${nonce}"`;
  return `<!doctype html>
<html lang="en-US">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="sandbox-plugin-id" content="${escapeHtml(manifest.id)}" />
    <meta name="sandbox-irm-url" content="${escapeHtml(irmUrl)}" />
    <meta name="sandbox-signed-in" content="${isSignedIn}" />
    <meta name="sandbox-sub-path" content="${root}" />
    <title>Grafana</title>
    <base href="${root}/" />
    <link rel="icon" href="${root}/public/plugins/${escapeHtml(manifest.id)}/img/logo.svg" />
    <link rel="stylesheet" href="${root}/public/build/boot.css" />
    <style>
      body { margin: 0; }
      .preloader { display: flex; align-items: center; justify-content: center; height: 100vh; font-family: sans-serif; color: #8e8e99; }
      @media (prefers-color-scheme: dark) { html { background: #111217; } }
    </style>
  </head>
  <body>
    <div id="preloader" class="preloader"><p id="preloader-text" role="status">Loading the sandbox...</p></div>
    <div id="reactRoot"></div>
    <script type="module" src="${root}/public/build/boot.js"${nonceAttribute}></script>
  </body>
</html>
`;
}

/** What is shown while the ports are taken and the rest is still being built. */
export const startingHtml = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta http-equiv="refresh" content="2" /><title>Starting</title></head>
  <body style="font-family: sans-serif; padding: 2rem"><p>The sandbox is being built. This page opens by itself when it is ready.</p></body>
</html>
`;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
