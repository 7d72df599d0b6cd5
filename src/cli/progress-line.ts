import type { WriteStream } from 'node:tty';

/** A line on a terminal that says what is being done, and goes when it is done. Elsewhere nothing is said. */
export function progressLine(stream: WriteStream): { say: (what: string) => void; clear: () => void } {
  let isSaid = false;
  const write = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[2K${text}`);
  };
  return {
    say: (what) => {
      const columns = Math.max(20, stream.columns ?? 80) - 4;
      const line = what.replace(/\p{Cc}/gu, ' ');
      write(`${line.length > columns ? `${line.slice(0, columns)}…` : line} …`);
      isSaid = true;
    },
    clear: () => {
      if (isSaid) write('');
      isSaid = false;
    },
  };
}
