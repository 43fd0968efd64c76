import type { SourceFile } from './source-files';

/** The parts of the validation that touch no engine: what a page shows of it. The cases run in their own worker. */
const validationFacts = [
  'src/validation/grid-study/facts.ts',
  'src/validation/case.ts',
  'src/validation/words.ts',
  'src/validation/protocol.ts',
  'src/validation/row-text.ts',
  'src/validation/svg-chart.ts',
];

/**
 * Which folder may import which. The longest matching prefix of a path is its folder; a folder may always import
 * itself. Tests are held to the same laws, except that they may reach for what `testsAlso` lists.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/units': [],
  'src/frame': [],
  'src/metrics-info': [],
  'src/site': ['src/units'],
  'src/engine': ['src/site', 'src/frame', 'src/units'],
  'src/engine/kernels': [],
  'src/engine/scheduler': ['src/engine/workload', 'src/site', 'src/units'],
  'src/levers': ['src/engine', 'src/site', 'src/frame', 'src/units'],
  'src/worker/protocol.ts': ['src/site', 'src/frame'],
  'src/worker/failure-protocol.ts': ['src/worker/protocol.ts', 'src/site', 'src/frame'],
  'src/worker/lesson-protocol.ts': ['src/worker/protocol.ts', 'src/site', 'src/frame'],
  'src/worker/lesson-client.ts': ['src/worker/lesson-protocol.ts', 'src/worker/one-run.ts'],
  'src/worker/one-run.ts': [],
  'src/worker/failure-client.ts': ['src/worker/failure-protocol.ts', 'src/worker/one-run.ts'],
  'src/worker/client.ts': ['src/worker', 'src/site', 'src/frame'],
  'src/worker/levers-protocol.ts': ['src/worker/protocol.ts', 'src/site', 'src/frame'],
  'src/worker/levers-client.ts': ['src/worker/levers-protocol.ts', 'src/worker/one-run.ts'],
  'src/worker': ['src/engine', 'src/levers', 'src/site', 'src/frame', 'src/units'],
  'src/store': [
    'src/site',
    'src/frame',
    'src/units',
    'src/worker/protocol.ts',
    'src/worker/client.ts',
    'src/worker/failure-client.ts',
    'src/worker/failure-protocol.ts',
    'src/worker/lesson-client.ts',
    'src/worker/lesson-protocol.ts',
    'src/worker/levers-client.ts',
    'src/worker/levers-protocol.ts',
    ...validationFacts,
    'src/validation/client.ts',
    'src/validation/grid-study/client.ts',
    'src/validation/grid-study/protocol.ts',
  ],
  'src/view': [
    'src/store',
    'src/site',
    'src/frame',
    'src/units',
    'src/metrics-info',
    'src/worker/protocol.ts',
    ...validationFacts,
  ],
  'src/cli': ['src/engine', 'src/frame', 'src/site', 'src/units', 'src/validation/grid-study'],
  'src/validation': ['src/engine', 'src/site', 'src/units'],
  'src/validation/grid-convergence.ts': [],
  'src/validation/grid-study': ['src/engine', 'src/site', 'src/units', 'src/validation/grid-convergence.ts'],
  'src/validation/grid-study/facts.ts': ['src/validation/grid-convergence.ts'],
  'src/validation/grid-study/protocol.ts': ['src/site', 'src/validation/grid-study/facts.ts'],
  'src/validation/grid-study/client.ts': ['src/validation/grid-study/protocol.ts', 'src/worker/one-run.ts'],
  'src/validation/case.ts': [],
  'src/validation/words.ts': ['src/validation/case.ts'],
  'src/validation/protocol.ts': ['src/validation/case.ts'],
  'src/validation/client.ts': ['src/validation/protocol.ts', 'src/worker/one-run.ts'],
  'src/validation/table.ts': [],
  'src/validation/row-text.ts': ['src/validation/case.ts', 'src/validation/table.ts'],
  'src/validation/svg-ticks.ts': [],
  'src/validation/svg-chart.ts': ['src/validation/case.ts', 'src/validation/svg-ticks.ts'],
  'src/main.tsx': ['src/view', 'src/store', 'src/worker/client.ts'],
  'src/architecture': [],
};

/** Packages that each folder may import; '*' is any. Node built-ins count as packages. */
export const packageLaws: Readonly<Record<string, readonly string[]>> = {
  'src/units': [],
  'src/frame': [],
  'src/metrics-info': [],
  'src/site': ['zod', 'immer'],
  'src/engine': [],
  'src/levers': [],
  'src/worker': ['immer'],
  'src/store': ['zustand', 'immer', 'react', 'zod'],
  'src/view': ['*'],
  'src/cli': ['node:*'],
  'src/validation': [],
  'src/main.tsx': ['*'],
  'src/architecture': ['*'],
};

/** What a test may import on top of its folder's laws. */
const testsAlso = {
  arrows: ['src/site', 'src/units', 'src/frame'],
  packages: ['vitest', 'fast-check', 'node:*', 'typescript', 'zod', 'immer'],
};

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

const under = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The longest key of a table that holds the path; null where none does. */
export function folderOf(path: string, table: Readonly<Record<string, unknown>>): string | null {
  const matches = Object.keys(table).filter((folder) => under(path, folder));
  return matches.sort((a, b) => b.length - a.length)[0] ?? null;
}

const allowsPackage = (allowed: readonly string[], name: string): boolean =>
  allowed.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : under(name, entry)));

/** Imports that no arrow allows, as `from -> to`. */
export function brokenArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const folder = folderOf(file.path, arrows);
    if (folder === null) return [`${file.path} lies in a folder that the arrow laws do not know`];
    const allowed = [folder, ...arrows[folder]!, ...(isTest(file.path) ? testsAlso.arrows : [])];
    return file.imports
      .filter((target) => target.startsWith('src/') && !allowed.some((entry) => under(target, entry)))
      .map((target) => `${file.path} -> ${target}`);
  });
}

/** Packages that no law allows, as `from -> package`. */
export function brokenPackages(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const folder = folderOf(file.path, packageLaws);
    if (folder === null) return [`${file.path} lies in a folder that the package laws do not know`];
    const allowed = [...packageLaws[folder]!, ...(isTest(file.path) ? testsAlso.packages : [])];
    return file.packages.filter((name) => !allowsPackage(allowed, name)).map((name) => `${file.path} -> ${name}`);
  });
}
