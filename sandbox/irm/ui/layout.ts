import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

export function layout(title: string, content: Html): Html {
  return html`${raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/ui/page.css" />
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/ui/">IRM stand-in</a>
          <p>A sandbox in place of Grafana IRM. Nothing here pages anybody.</p>
        </header>
        <main id="main">${content}</main>
        <p id="announcement" class="announcement" role="status" data-keep></p>
        <script src="/ui/page.js"></script>
      </body>
    </html>`;
}
