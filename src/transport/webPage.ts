/** Whether a body is a web page: a login form, a page of a reverse proxy, or of some other server. */
export function isWebPage(body: unknown): boolean {
  return typeof body === 'string' && /^\s*(<!doctype html|<html|<head)/i.test(body);
}
