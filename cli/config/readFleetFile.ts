import { LineCounter, parseDocument, type Document, type ErrorCode } from 'yaml';
import { failure, success, type Result } from '../../src/connection/result';
import { inWords, problemsOf, type Place, type Problem } from './problems';
import { fleetFile, type FleetFile } from './schema';

/** The file's content, and where in it something stands. */
export interface ReadFile {
  content: FleetFile;
  lineOf(path: Place): number | undefined;
}

/** Reads the text of a fleet file. Everything that is wrong with its form is told at once. */
export function readFleetFile(text: string): Result<ReadFile, Problem[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return failure(
      document.errors.map(({ code, pos }) => ({
        line: lines.linePos(pos[0]).line,
        place: '',
        text: syntaxText(code),
      }))
    );
  }
  const plain = withAliases(document);
  if (!plain.ok) {
    return plain;
  }
  const lineOf = (path: Place) => lineIn(lines, document, path);
  const read = fleetFile.safeParse(plain.value ?? {}, { reportInput: true });
  if (read.success) {
    return success({ content: read.data, lineOf });
  }
  return failure(
    problemsOf(read.error).map(({ path, text: words }) => ({ line: lineOf(path), place: inWords(path), text: words }))
  );
}

/** Own words for what YAML does not allow: those of the parser repeat parts of the file, which may be secrets. */
function syntaxText(code: ErrorCode): string {
  switch (code) {
    case 'MISSING_CHAR':
      return 'This is no YAML: something that was opened here, a quote or a bracket, is not closed.';
    case 'BAD_INDENT':
    case 'TAB_AS_INDENT':
      return 'This is no YAML: the indentation does not fit, which is made of spaces, or a bracket is not closed.';
    case 'DUPLICATE_KEY':
      return 'This key was there before. Each stands once.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BAD_SCALAR_START':
    case 'UNEXPECTED_TOKEN':
      return 'This is no YAML: a text with ":", "#", "@", "*" or quotes in it has to stand in quotes as a whole.';
    case 'MULTIPLE_DOCS':
      return 'This file holds several documents of YAML. One is read, so "---" may stand at its beginning only.';
    default:
      return 'This is no YAML.';
  }
}

/** What the document says, each alias replaced by what it stands for. */
function withAliases(document: Document): Result<unknown, Problem[]> {
  try {
    return success(document.toJS());
  } catch {
    // The parser throws here alone, at an alias whose anchor does not stand before it and at those that grow beyond bounds.
    const text = 'An alias (*) stands for something that was not anchored (&) before it, or for far too much.';
    return failure([{ line: undefined, place: '', text }]);
  }
}

/** Of what is not there, the line of what it would stand in. */
function lineIn(lines: LineCounter, document: Document, path: Place): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) {
      return lines.linePos(offset).line;
    }
  }
  return undefined;
}

function offsetOf(document: Document, path: Place): number | undefined {
  const node: unknown = document.getIn(path, true);
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) {
    return undefined;
  }
  const first: unknown = node.range[0];
  return typeof first === 'number' ? first : undefined;
}
