import { type AnswerOptions, detail } from './answers';
import { jsonErrorText } from './jsonErrorText';

/** Reads a request's body as the REST framework does: no body is an empty object, JSON is parsed, forms are fields. */
export async function readBody(
  request: Request,
  options: AnswerOptions
): Promise<{ data: unknown } | { refusal: Response }> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const body = lenient.decode(bytes);
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
  const refused = (reason: string) => ({ refusal: detail(`JSON parse error - ${reason}`, 400, options) });
  const wrongByte = body.includes(REPLACED) ? firstWrongByte(bytes) : undefined;
  if (wrongByte !== undefined) {
    const byte = `0x${bytes[wrongByte]?.toString(16)}`;
    return refused(`'utf-8' codec can't decode byte ${byte} in position ${wrongByte}: invalid start byte`);
  }
  if (body.startsWith(BYTE_ORDER_MARK)) {
    return refused('Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)');
  }
  try {
    return { data: JSON.parse(body) };
  } catch (error) {
    return refused(jsonErrorText(body, error));
  }
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const REPLACED = '\ufffd';
const BYTE_ORDER_MARK = '\ufeff';

function firstWrongByte(bytes: Uint8Array): number | undefined {
  const strict = new TextDecoder('utf-8', { fatal: true });
  for (const [position] of bytes.entries()) {
    try {
      strict.decode(bytes.subarray(position, position + 1), { stream: true });
    } catch {
      return position;
    }
  }
  return undefined;
}
