import { shortened } from '../connection/shortened';
import { withoutSecrets } from './masking';
import type { Answer } from './transport';

/** Whether a body is a web page: a login form, a page of a reverse proxy, or of some other server. */
export function isWebPage(body: unknown): boolean {
  return typeof body === 'string' && /^\s*(<!doctype html|<html|<head)/i.test(body);
}

/** What came instead of an answer, by the title of the page. */
export function describeWebPage(page: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.trim();
  return title ? `A web page titled “${title}” came instead of an answer` : 'A web page came instead of an answer';
}

/** What came in place of Grafana's answer, without secrets; undefined where Grafana itself may have answered so. */
export function foreignIn({
  body,
  status,
}: Answer): { message: string; instead: 'webPage' | 'foreignText' } | undefined {
  if (isWebPage(body)) {
    return { message: withoutSecrets(describeWebPage(String(body))), instead: 'webPage' };
  }
  const text = textIn(body);
  return text !== undefined && REFUSALS.includes(status) && !OWN_TEXT.test(text)
    ? { message: withoutSecrets(`The text “${text}” came instead of an answer`), instead: 'foreignText' }
    : undefined;
}

/** Grafana itself answers these in JSON, but for one (docs/facts.md#refusals). */
const REFUSALS = [403, 404];
const OWN_TEXT = /^origin not allowed/i;

/** The beginning of a body that is a text and no JSON. */
export const textIn = (body: unknown): string | undefined =>
  typeof body === 'string' && body.trim() ? shortened(body.trim(), 300) : undefined;
