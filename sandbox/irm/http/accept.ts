import { type AnswerOptions, detail } from './answers';

const ACCEPTABLE = ['', '*/*', 'application/*', 'application/json'];

/** The refusal to whoever takes no JSON, as the REST framework has it. */
export function refusalOfAccept(request: Request, options: AnswerOptions): Response | undefined {
  const types = (request.headers.get('Accept') ?? '').split(',').map((type) => type.split(';')[0]?.trim() ?? '');
  return types.some((type) => ACCEPTABLE.includes(type))
    ? undefined
    : detail('Could not satisfy the request Accept header.', 406, options);
}
