import { describe, expect, it } from 'vitest';
import { importCycles } from './cycles';
import { brokenArrows, brokenPackages, isTest } from './laws';
import { readSource, readSources } from './source-files';

const files = readSources();
const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
const product = files.filter((file) => !isTest(file.path));

/** Names that only a browser page or a worker has. */
const browserNames = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'requestAnimationFrame',
  'self',
  'postMessage',
  'onmessage',
  'importScripts',
  'Worker',
  'MessageChannel',
  'fetch',
  'WebSocket',
  'HTMLElement',
  'WorkerGlobalScope',
  'DedicatedWorkerGlobalScope',
];

/** Clocks and random sources that would make two runs of one seed differ. */
const unrepeatableNames = ['Date', 'performance', 'crypto', 'setTimeout', 'setInterval', 'process'];

const uses = (names: readonly string[], folder: string) =>
  inFolder(folder)
    .filter((file) => !isTest(file.path))
    .flatMap((file) => names.filter((name) => file.freeNames.has(name)).map((name) => `${file.path} uses ${name}`));

describe('arrow laws', () => {
  it('scans at least 60 files, so that it cannot pass on nothing', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    expect(files.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(100);
  });

  it('imports only along the arrows, types included', () => {
    expect(brokenArrows(files)).toEqual([]);
  });

  it('keeps packages where they belong: no react, three or zustand in the engine', () => {
    expect(brokenPackages(files)).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(importCycles(files)).toEqual([]);
  });

  it('has no `export *` and no utils or helpers folder', () => {
    expect(files.filter((file) => file.hasExportStar).map((file) => file.path)).toEqual([]);
    expect(files.filter((file) => /(^|\/)(utils?|helpers?)(\/|\.)/.test(file.path)).map((file) => file.path)).toEqual(
      [],
    );
  });

  it('gives the engine no DOM, no worker global and no clock of the machine', () => {
    expect(uses([...browserNames, ...unrepeatableNames], 'src/engine')).toEqual([]);
  });

  it('gives the site document no DOM and no clock', () => {
    expect(uses([...browserNames, ...unrepeatableNames], 'src/site')).toEqual([]);
  });

  it('lets only the worker entries touch worker globals', () => {
    const touching = [...inFolder('src/worker'), ...inFolder('src/validation')].filter((file) =>
      ['self', 'postMessage', 'onmessage'].some((name) => file.freeNames.has(name)),
    );
    const entries = [
      'src/worker/sim.worker.ts',
      'src/worker/thread.worker.ts',
      'src/worker/failure.worker.ts',
      'src/worker/levers.worker.ts',
      'src/validation/validation.worker.ts',
      'src/validation/grid-study/grid-study.worker.ts',
      'src/worker/lesson.worker.ts',
    ];
    expect(touching.map((file) => file.path).filter((path) => !entries.includes(path))).toEqual([]);
  });

  it('gives the validation cases no DOM and no clock', () => {
    const names = [...browserNames, ...unrepeatableNames];
    expect(uses(names, 'src/validation').filter((text) => !/^src\/validation\/\S+\.worker\.ts /.test(text))).toEqual(
      [],
    );
  });

  it('lets airflow and heat meet only in the tick', () => {
    const sides = ['src/engine/airflow/', 'src/engine/heat/'];
    const meeting = product.filter((file) => {
      const touched = sides.filter(
        (side) => file.path.startsWith(side) || file.imports.some((to) => to.startsWith(side)),
      );
      return touched.length === 2;
    });
    // The tick steps both; the state holds and its maker builds both, the measures weigh both. This list may only shrink.
    const allowed = ['tick.ts', 'state.ts', 'create-state.ts', 'measure.ts'].map((name) => `src/engine/${name}`);
    expect(meeting.map((file) => file.path).filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it('calls no Math.random anywhere', () => {
    const pattern = /Math\s*\.\s*random/;
    expect(product.filter((file) => pattern.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

describe('the scanner', () => {
  it('sees type imports, dynamic imports and re-exports', () => {
    const file = readSource(
      'src/cli/x.ts',
      "import type { A } from '../site/issue';\nexport type B = import('../frame/layout').Frame;\nexport { c } from 'zod';\nawait import('react');\nexport * from './y';",
    );
    expect(file.imports).toEqual(['src/site/issue.ts', 'src/frame/layout.ts']);
    expect(file.packages).toEqual(['zod', 'react']);
    expect(file.hasExportStar).toBe(true);
  });

  it('tells a global from a property and from a local of the same name', () => {
    const free = readSource(
      'src/cli/x.ts',
      'const self = 1; site.document.fetch; use(self, window.x, { Date: 2 });',
    ).freeNames;
    expect([...free].sort()).toEqual(['site', 'use', 'window']);
  });

  it('reports a broken arrow, a stray package and a cycle', () => {
    const at = (path: string, imports: string[], packages: string[] = []) => ({
      ...readSource(path, ''),
      imports,
      packages,
    });
    expect(brokenArrows([at('src/view/a.ts', ['src/engine/tick.ts'])])).toEqual([
      'src/view/a.ts -> src/engine/tick.ts',
    ]);
    expect(brokenPackages([at('src/engine/a.ts', [], ['three'])])).toEqual(['src/engine/a.ts -> three']);
    expect(importCycles([at('a', ['b']), at('b', ['a'])])).toEqual([['a', 'b', 'a']]);
  });
});
