/** Whether a body is a web page: a login form, a page of a reverse proxy, or of some other server. */
export function isWebPage(body: unknown): boolean {
  return typeof body === 'string' && /^\s*(<!doctype html|<html|<head)/i.test(body);
}

/** What came instead of an answer, by the title of the page. */
export function describeWebPage(page: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.trim();
  return title ? `A web page titled “${title}” came instead of an answer` : 'A web page came instead of an answer';
}
