import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listen, type Listener } from '../sandbox/server/listen';

let directory: string;
let listener: Listener | undefined;
beforeEach(() => (directory = mkdtempSync(path.join(tmpdir(), 'irm-connect-'))));
afterEach(async () => {
  rmSync(directory, { recursive: true, force: true });
  await listener?.close();
  listener = undefined;
});

/** Starts the program as a shell does; `onErr` gets what it says while it runs. */
function start(words: string[], env: Record<string, string> = {}, onErr?: (text: string) => void) {
  const program = path.resolve('cli/irm-connect.mjs');
  const child = spawn(process.execPath, [program, ...words], {
    cwd: directory,
    env: { PATH: process.env.PATH, ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
    onErr?.(said.err);
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...said }))
  );
  return { child, ended };
}

it('explains itself, with nothing on standard output but what was asked for', async () => {
  const { code, out, err } = await start(['--help']).ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^irm-connect: connects many Grafanas/);
});

it('ends with 2 where there is no file', async () => {
  expect(await start(['plan']).ended).toEqual({
    code: 2,
    out: '',
    err: 'irm-connect.yaml: There is no such file. The file is given with --file.\n',
  });
});

describe('with a Grafana that lets one wait', () => {
  const file = `
grafanas:
  - { name: a, url: "http://127.0.0.1:PORT", tokenFrom: TOKEN }
  - { name: b, url: "http://127.0.0.1:PORT/b", tokenFrom: TOKEN }
`;

  /** Starts it and writes the file; `begun` once a request has come in, which waits for `release`. */
  async function startWaiting() {
    let [begin, release] = [() => {}, () => {}];
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    listener = await listen({ port: 0, host: '127.0.0.1', name: 'a Grafana', variable: 'PORT' }, async () => {
      begin();
      await gate;
      return Response.json({ message: 'no' }, { status: 503 });
    });
    writeFileSync(path.join(directory, 'irm-connect.yaml'), file.replaceAll('PORT', String(listener.port)));
    return { begun, release };
  }

  it('Ctrl-C lets the request under way end, tells what was not begun, and ends with 130', async () => {
    const { begun, release } = await startWaiting();
    const running = start(['status', '--parallel', '1'], { TOKEN: 'glsa_x' }, (err) => {
      if (err.includes('Stopping')) {
        release();
      }
    });
    await begun;
    running.child.kill('SIGINT');
    const { code, out } = await running.ended;
    expect(code).toBe(130);
    expect(out).toMatch(/a +- +not asked/);
    expect(out).toMatch(/b +- +not begun +Stopped before it was its turn\./);
  });

  it('a second Ctrl-C ends at once', async () => {
    const { begun } = await startWaiting();
    const running = start(['status'], { TOKEN: 'glsa_x' }, (err) => {
      if (err.includes('Stopping')) {
        running.child.kill('SIGINT');
      }
    });
    await begun;
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130, out: '' });
  });
});

it('survives a reader that stops reading, and answers that nobody thought of', async () => {
  const place = { port: 0, host: '127.0.0.1', name: 'a Grafana', variable: 'PORT' };
  listener = await listen(place, () => Response.json(null));
  const file = `grafanas: [{ name: a, url: "http://127.0.0.1:${listener.port}", tokenFrom: TOKEN }]`;
  writeFileSync(path.join(directory, 'irm-connect.yaml'), file);
  const running = start(['status'], { TOKEN: 'glsa_x' });
  const { code, out } = await running.ended;
  expect({ code, out }).toMatchObject({ code: 3, out: expect.stringContaining('has an unknown form') });
  const unread = start(['status'], { TOKEN: 'glsa_x' });
  unread.child.stdout.destroy();
  expect(await unread.ended).toMatchObject({ code: 3, err: expect.not.stringContaining('at ') });
});
