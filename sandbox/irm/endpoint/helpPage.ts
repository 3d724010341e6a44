import { html } from 'hono/html';
import { typeOf } from '../integrationTypes';
import type { Integration } from '../model';

/** What a browser sees at an integration's endpoint. It creates nothing, yet answers 200. */
export function helpPage({ type, name }: Integration): string {
  const body = html`<body>
    <h1>This is the HTTP endpoint of an integration</h1>
    <p>Alerts for “${name}” (${typeOf(type).title}) are sent here by POST. Opening it in a browser creates nothing.</p>
  </body>`;
  return `
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
    <meta name="description" content="">
    <title>Integration endpoint</title>
  </head>
  ${body.toString()}
</html>
`;
}
