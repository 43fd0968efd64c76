import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './source-files';

const committed = existsSync(join(projectRoot, '.git'))
  ? execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' })
      .split('\0')
      .filter(
        (path) => path !== '' && existsSync(join(projectRoot, path)) && statSync(join(projectRoot, path)).isFile(),
      )
  : [];

/** Built from pieces, so that this file does not name what it forbids. */
const machinePaths = ['work', 'root', 'home', 'tmp', 'Users'].map((name) => new RegExp(`(?<![\\w.~:/}-])/${name}/`));
const outsideFolder = new RegExp(`\\.\\./${'sha'}red/`);
const registryHost = /"resolved"|registry[=:]|npmrc.*_auth/;

const offenders = (paths: readonly string[], patterns: readonly RegExp[]) =>
  paths.flatMap((path) =>
    readFileSync(join(projectRoot, path), 'latin1')
      .split('\n')
      .flatMap((line, index) =>
        patterns.some((pattern) => pattern.test(line)) ? [`${path}:${index + 1}: ${line.slice(0, 120)}`] : [],
      ),
  );

const textual = committed.filter((path) => !/\.(png|jpg|webp|ico|woff2?|wasm|gz)$/.test(path));

describe.skipIf(committed.length === 0)('committed files', () => {
  it('are found: at least 40 of them are text', () => {
    expect(textual.length).toBeGreaterThanOrEqual(40);
  });

  it('name no path of the machine that they were written on', () => {
    expect(offenders(textual, [...machinePaths, outsideFolder])).toEqual([]);
  });

  it('name no package registry: the lock file says what to install, not from where', () => {
    expect(offenders(['package-lock.json', '.npmrc'], [registryHost])).toEqual([]);
  });

  it('are not what a build or an installation leaves behind', () => {
    expect(committed.filter((path) => /^(node_modules|dist|out|test-results|playwright-report)\//.test(path))).toEqual(
      [],
    );
  });
});
