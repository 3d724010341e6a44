import { parseDocument, type Document } from 'yaml';
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
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    return failure(
      document.errors.map(({ message, linePos }) => ({
        line: linePos?.start.line,
        place: '',
        // What follows is an excerpt of the file, which may hold a secret.
        text: message.split('\n')[0]?.replace(/ at line .*$/, '.') ?? message,
      }))
    );
  }
  const lineOf = (path: Place) => lineIn(text, document, path);
  const content: unknown = document.toJSON();
  const read = fleetFile.safeParse(content ?? {}, { reportInput: true });
  if (read.success) {
    return success({ content: read.data, lineOf });
  }
  return failure(
    problemsOf(read.error).map(({ path, text: words }) => ({ line: lineOf(path), place: inWords(path), text: words }))
  );
}

/** Of what is not there, the line of what it would stand in. */
function lineIn(text: string, document: Document, path: Place): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) {
      return text.slice(0, offset).split('\n').length;
    }
  }
  return undefined;
}

function offsetOf(document: Document, path: Place): number | undefined {
  const node: unknown = document.getIn([...path], true);
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) {
    return undefined;
  }
  const first: unknown = node.range[0];
  return typeof first === 'number' ? first : undefined;
}
