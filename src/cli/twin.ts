import { writeSync } from 'node:fs';
import { runCommand } from './commands';

/** Writes everything before it returns, so that a large result is whole when the process ends; a closed pipe ends it. */
function write(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
    }
  }
}

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  errIsTerminal: process.stderr.isTTY === true,
});
