import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';
import { run, runTool } from './spawn.mjs';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** True when the program starts; a browser whose system libraries are missing does not. */
function starts(path) {
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

function playwrightsOwn() {
  return createRequire(inRoot('package.json'))('playwright').chromium.executablePath();
}

/** A Chromium that starts: the one named in ISOTHERM_CHROMIUM, the system's, or Playwright's; null where there is none. */
export function findBrowser() {
  const named = process.env.ISOTHERM_CHROMIUM;
  const candidates = [...(named ? [named] : []), ...systemBrowsers, playwrightsOwn()];
  return candidates.find(starts) ?? null;
}

function privilege() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

async function aptInstall(prefix) {
  const [update, install] = [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ];
  for (const [command, ...args] of [
    [...prefix, ...update],
    [...prefix, ...install],
  ]) {
    await run(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] });
  }
}

/** Path of a browser that starts, fetched where there is none: Playwright's own first, then Debian's package. */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present !== null) return present;
  process.stderr.write('No Chromium found: fetching one (once)...\n');
  await runTool('playwright', 'playwright', ['install', 'chromium'], { stdio: ['ignore', 2, 2] });
  const fetched = findBrowser();
  if (fetched !== null) return fetched;
  const prefix = process.platform === 'linux' ? privilege() : null;
  if (prefix !== null && existsSync(playwrightsOwn())) {
    // Downloaded, but it does not start: a bare system lacks its libraries.
    await runTool('playwright', 'playwright', ['install-deps', 'chromium'], { stdio: ['ignore', 2, 2] });
  }
  if (prefix !== null && findBrowser() === null) await aptInstall(prefix);
  const found = findBrowser();
  if (found === null) throw new Error('No Chromium could be fetched; install one and name it in ISOTHERM_CHROMIUM.');
  return found;
}
