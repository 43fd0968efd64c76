import { describe, expect, it } from 'vitest';
import { installIsDue } from './install.mjs';
import { countEndToEnd, countUnit } from './tests.mjs';

const entry = (version, more = {}) => ({ version, integrity: `sha512-${version}`, ...more });

describe('an installation is due', () => {
  const wanted = { '': {}, 'node_modules/a': entry('1.0.0'), 'node_modules/mac': entry('2.0.0', { optional: true }) };

  it('on a fresh clone', () => {
    expect(installIsDue(wanted, null)).toBe(true);
  });

  it('not when everything is there but packages of other platforms', () => {
    expect(installIsDue(wanted, { 'node_modules/a': entry('1.0.0') })).toBe(false);
  });

  it('when a package is missing or of another version', () => {
    expect(installIsDue(wanted, {})).toBe(true);
    expect(installIsDue(wanted, { 'node_modules/a': entry('0.9.0') })).toBe(true);
  });
});

describe('counts of the last line', () => {
  it('take a test file that does not load as one failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    };
    expect(countUnit(report)).toEqual({ passed: 7, failed: 2 });
  });

  it('take a browser test that passed only when tried again as a failure', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] };
    expect(countEndToEnd(report)).toEqual({ passed: 5, failed: 2 });
  });
});
