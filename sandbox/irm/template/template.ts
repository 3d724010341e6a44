import { compileExpression } from './expression';
import { printed } from './values';

export type Template = (payload: unknown) => string;

/**
 * Compiles a template of text and `{{ expressions }}`. Statements (`{% %}`), loops and most filters of Jinja are beyond
 * the stand-in: for those, as for a syntax error, the result is undefined.
 */
export function compileTemplate(source: string): Template | undefined {
  const parts: Template[] = [];
  let rest = source;
  while (rest) {
    const start = rest.indexOf('{{');
    const text = start < 0 ? rest : rest.slice(0, start);
    if (text.includes('{%') || text.includes('}}')) {
      return undefined;
    }
    parts.push(() => text);
    if (start < 0) {
      break;
    }
    const end = rest.indexOf('}}', start);
    const expression = end < 0 ? undefined : compileExpression(rest.slice(start + 2, end).replace(/^-|-$/g, ''));
    if (!expression) {
      return undefined;
    }
    parts.push((payload) => printed(expression(payload)));
    rest = rest.slice(end + 2);
  }
  return (payload) => parts.map((part) => part(payload)).join('');
}

const truths = new Set(['1', 'true', 'ok']);

/** Whether the printed result of a signal template switches the signal on. */
export function signals(text: string): boolean {
  return truths.has(text.trim().toLowerCase());
}
