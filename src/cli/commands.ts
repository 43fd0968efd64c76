import { InputError } from './open-site';
import type { Terminal } from './terminal';
import { UsageError, usage } from './usage';

type Command = (args: string[], terminal: Terminal) => number;

/** Each command is loaded when it is named: `check` need not wait for the engine. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  simulate: async () => (await import('./simulate')).simulate,
  grid: async () => (await import('./grid')).grid,
  fail: async () => (await import('./fail')).fail,
  matrix: async () => (await import('./matrix')).matrix,
  dvfs: async () => (await import('./dvfs')).dvfs,
  reduce: async () => (await import('./reduce')).reduce,
  check: async () => (await import('./check')).check,
};

function isUnknownOption(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Runs the command line and answers the exit status: 0 fine, 1 bad input, 2 usage. */
export async function runCommand(args: string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(usage);
    return 0;
  }
  try {
    if (name === undefined) throw new UsageError('Name a command.');
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new UsageError(`There is no command '${name}'.`);
    return (await load())(rest, terminal);
  } catch (error) {
    if (error instanceof InputError) {
      terminal.err(`${error.message}\n`);
      return 1;
    }
    if (error instanceof UsageError || isUnknownOption(error)) {
      terminal.err(`${error.message}\n\n${usage}`);
      return 2;
    }
    throw error;
  }
}
