/** Answers in the forms that the real engine (Django and its REST framework) gives them. */
export interface AnswerOptions {
  status?: number;
  /** The methods that the view takes; answers from outside a view carry none. */
  allow?: string;
  headers?: Record<string, string>;
}

const htmlType = 'text/html; charset=utf-8';

function headersOf({ allow, headers }: AnswerOptions, contentType?: string): Record<string, string> {
  return { ...(contentType && { 'Content-Type': contentType }), ...(allow && { Allow: allow }), ...headers };
}

export function json(body: unknown, options: AnswerOptions = {}): Response {
  return new Response(JSON.stringify(body), {
    status: options.status ?? 200,
    headers: headersOf(options, 'application/json'),
  });
}

export function empty(options: AnswerOptions = {}): Response {
  return new Response(null, { status: options.status ?? 200, headers: headersOf(options) });
}

export function text(body: string, options: AnswerOptions = {}): Response {
  return new Response(body, { status: options.status ?? 200, headers: headersOf(options, htmlType) });
}

export function detail(message: string, status: number, options: AnswerOptions = {}): Response {
  return json({ detail: message }, { ...options, status });
}

export function notFoundPage(): Response {
  return text(errorPage('Not Found', 'The requested resource was not found on this server.'), { status: 404 });
}

export function serverErrorPage(): Response {
  return text(errorPage('Server Error (500)', ''), { status: 500 });
}

export function notBuilt(): Response {
  return detail('The stand-in does not answer here: not needed by the plugin and not built.', 501);
}

function errorPage(title: string, paragraph: string): string {
  return `
<!doctype html>
<html lang="en">
<head>
  <title>${title}</title>
</head>
<body>
  <h1>${title}</h1><p>${paragraph}</p>
</body>
</html>
`;
}
