/** Grafana's errors with an id of their own. */
export function namedError(statusCode: number, messageId: string, message: string, extra?: unknown): Response {
  return json(statusCode, { statusCode, messageId, message, ...(extra === undefined ? {} : { extra }) });
}

export function json(status: number, body: unknown): Response {
  const init = { status, headers: { 'Content-Type': 'application/json' } };
  return new Response(status === 204 ? null : JSON.stringify(body), init);
}

/** Some of Grafana's answers have neither body nor content type. */
export function empty(status: number): Response {
  return new Response(null, { status });
}
