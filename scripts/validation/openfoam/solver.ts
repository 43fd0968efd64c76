import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOLVER = 'buoyantBoussinesqSimpleFoam';

/** Where distributions put OpenFOAM's own files; a shell that has sourced its bashrc names the folder itself. */
const USUAL_PROJECT_FOLDERS = ['/usr/share/openfoam', '/usr/lib/openfoam/openfoam1912'];

function environment(): NodeJS.ProcessEnv {
  const known = process.env.WM_PROJECT_DIR ?? USUAL_PROJECT_FOLDERS.find((folder) => existsSync(folder));
  return known === undefined ? process.env : { ...process.env, WM_PROJECT_DIR: known };
}

/** Whether OpenFOAM's solver can be run here. */
export function hasSolver(): boolean {
  return spawnSync(SOLVER, ['-help'], { env: environment(), stdio: 'ignore' }).status === 0;
}

/** Runs the solver in a case, one process; its output goes to `log` there. Throws when it fails. */
export function solve(folder: string): void {
  const log = openSync(join(folder, 'log'), 'w');
  try {
    const { status } = spawnSync(SOLVER, [], { cwd: folder, env: environment(), stdio: ['ignore', log, log] });
    if (status !== 0) throw new Error(`${SOLVER} failed; see ${join(folder, 'log')}.`);
  } finally {
    closeSync(log);
  }
}

/** The solver with its release, from the head of its log. */
export function solverVersion(folder: string): string {
  const head = readFileSync(join(folder, 'log'), 'utf8').slice(0, 4000);
  const build = /^Build\s*:\s*(.+)$/m.exec(head)?.[1] ?? 'of unknown build';
  return `${SOLVER}, ${build}`;
}
