import { type AnswerOptions, detail } from './answers';
import { jsonErrorText } from './jsonErrorText';

/** Reads a request's body as the REST framework does: no body is an empty object, JSON is parsed, forms are fields. */
export async function readBody(
  request: Request,
  options: AnswerOptions
): Promise<{ data: unknown } | { refusal: Response }> {
  const body = await request.text();
  if (!body) {
    return { data: {} };
  }
  const contentType = request.headers.get('Content-Type') ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/x-www-form-urlencoded') {
    return { data: Object.fromEntries(new URLSearchParams(body)) };
  }
  if (mediaType !== 'application/json') {
    return { refusal: detail(`Unsupported media type "${contentType}" in request.`, 415, options) };
  }
  try {
    return { data: JSON.parse(body) };
  } catch (error) {
    return { refusal: detail(`JSON parse error - ${jsonErrorText(body, error)}`, 400, options) };
  }
}
