import type { SourceFile } from './source-files';

/** Cycles of imports, each as the list of paths that closes it; empty where there is none. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const cycles: string[][] = [];
  const trail: string[] = [];
  const walk = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push([...trail.slice(start), path]);
      return;
    }
    if (finished.has(path)) return;
    trail.push(path);
    for (const target of byPath.get(path)?.imports ?? []) walk(target);
    trail.pop();
    finished.add(path);
  };
  for (const file of files) walk(file.path);
  return cycles;
}
