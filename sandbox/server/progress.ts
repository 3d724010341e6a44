import type { WriteStream } from 'node:tty';

export interface Progress {
  /** Ends the step before with the time that it took, and names the next. */
  announce(text: string): void;
  finish(): void;
}

const tickMs = 1000;

/** Says what is being done. On a terminal the seconds run along in the same line; elsewhere each step is one line. */
export function createProgress(stream: WriteStream): Progress {
  let step: { text: string; startedAt: number; timer: NodeJS.Timeout } | undefined;
  const seconds = (startedAt: number) => Math.round((Date.now() - startedAt) / 1000);
  const rewrite = (line: string) => stream.write(stream.isTTY ? `\r\x1b[2K${line}` : line);

  function finish(): void {
    if (step) {
      clearInterval(step.timer);
      rewrite(stream.isTTY ? `${step.text} (${seconds(step.startedAt)} s)\n` : ` ${seconds(step.startedAt)} s\n`);
      step = undefined;
    }
  }

  return {
    announce(text) {
      finish();
      const startedAt = Date.now();
      stream.write(`${text}...`);
      const timer = setInterval(() => stream.isTTY && rewrite(`${text}... ${seconds(startedAt)} s`), tickMs);
      step = { text, startedAt, timer };
    },
    finish,
  };
}
