import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runNpm } from './spawn.mjs';

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/**
 * True when what is installed is not what package-lock.json says. npm writes what it installed into
 * node_modules/.package-lock.json; optional packages of other platforms are rightly missing there.
 */
export function installIsDue(wanted, installed) {
  if (installed === null) return true;
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === '') return false;
    const present = installed[path];
    if (present === undefined) return entry.optional !== true && entry.devOptional !== true;
    return present.version !== entry.version || present.integrity !== entry.integrity;
  });
}

/** Installs the packages of package-lock.json where they are missing or stale. Says so on standard error only. */
export async function ensureInstalled() {
  const wanted = packagesOf(inRoot('package-lock.json'));
  const installed = packagesOf(inRoot('node_modules', '.package-lock.json'));
  if (wanted !== null && !installIsDue(wanted, installed)) return;
  process.stderr.write('Installing packages (once)...\n');
  // A fresh clone gets exactly the lock file; an existing folder is only mended.
  const command = installed === null && wanted !== null ? 'ci' : 'install';
  const status = await runNpm([command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`npm ${command} ended with status ${status}; is the package registry reachable?`);
}
