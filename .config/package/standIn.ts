import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { buildPage, filesOfPage } from '../../sandbox/server/build/buildPage';
import { librariesOf, NOTICES_FILE, PAGE_TERMS, renderNotices } from './notices';

const root = path.resolve(__dirname, '../..');
const source = path.join(root, 'sandbox');
const target = path.join(source, 'dist');

/** What npm runs before it packs the stand-ins: `sandbox/dist`, which needs no other package, with notices of those in it. */
async function main(): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const page = await buildPage('ifNeeded', { toolchain: 'oldest', react: 'production' }, (text) =>
    process.stderr.write(`${text}\n`)
  );
  const files = [...(await bundle()), ...(await filesOfPage(page))];
  await copyPage(page);
  await writeFile(path.join(target, NOTICES_FILE), renderNotices('package', librariesOf(files, PAGE_TERMS)));
  await writeFile(path.join(target, 'index.d.ts'), await declarations());
  await cp(path.join(root, 'LICENSE'), path.join(source, 'LICENSE'));
}

/** Bundles command and library, and returns the files that they are made of. */
async function bundle(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: ['index.ts', 'command.ts'].map((name) => path.join(source, name)),
    bundle: true,
    platform: 'node',
    target: 'node20',
    outdir: target,
    absWorkingDir: root,
    metafile: true,
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs).map((file) => path.resolve(root, file));
}

/** Without source maps, which are most of it. */
async function copyPage(page: string): Promise<void> {
  await cp(page, path.join(target, 'page'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map') && path.basename(file) !== '.complete',
  });
}

/** What the library shows names no type of another file, so that one file says it all. */
async function declarations(): Promise<string> {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(
    await readFile(path.join(source, 'index.ts'), 'utf8'),
    { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }, reportDiagnostics: true }
  );
  if (diagnostics.length > 0 || /^import /m.test(outputText)) {
    throw new Error('sandbox/index.ts shows types of other files, which its declarations would lack.');
  }
  return outputText;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
