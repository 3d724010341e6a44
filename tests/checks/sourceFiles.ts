import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const projectRoot = process.cwd();

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  path: string;
  text: string;
  isTest: boolean;
}

/** All TypeScript files below a folder of the project. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
    .map((file) => ({
      path: file,
      text: readFileSync(path.join(projectRoot, file), 'utf8'),
      isTest: /\.test\.tsx?$/.test(file) || file.includes('/testing/') || file.startsWith('tests/'),
    }));
}

/** What a file imports, as written; lazily loaded modules included. */
export function importsOf(file: SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map((imported) => imported.fileName);
}

/** The project file behind a relative import, undefined for a package. */
export function resolveImport(from: SourceFile, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) {
    return undefined;
  }
  const target = path.posix.join(path.posix.dirname(from.path), specifier);
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`];
  return candidates.find((candidate) => known.has(candidate)) ?? target;
}
