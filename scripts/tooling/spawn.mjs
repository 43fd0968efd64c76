import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';

/**
 * Runs a program in the project's top folder and answers its exit status (128 + signal where it was killed).
 * Signals that reach this process go on to the child, so that stopping the wrapper stops the tool; `stopWith` names
 * the one that the tool cleans up after, where it heeds one only.
 */
export function run(command, args, { env = {}, stdio = 'inherit', shell = false, stopWith = null } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio, shell, env: { ...process.env, ...env } });
    const forward = (signal) => {
      // Ctrl+C in a terminal reaches the child by itself; a second one would cut its cleaning up short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(stopWith ?? signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(signal === null ? code : 128 + (signalNumbers[signal] ?? 15));
    });
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/** File that the `bin` entry of an installed package points at. */
function binFile(packageName, bin) {
  const folder = inRoot('node_modules', packageName);
  const entry = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin;
  return join(folder, typeof entry === 'string' ? entry : entry[bin]);
}

/** Runs a tool of node_modules on this Node, without the platform's shell in between. */
export function runTool(packageName, bin, args, options) {
  return run(process.execPath, [binFile(packageName, bin), ...args], options);
}

/** npm itself: the copy that started this script where there is one, else the one on the path. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
