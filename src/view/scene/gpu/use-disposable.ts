import { type DependencyList, useEffect, useMemo } from 'react';

/** A GPU object that is made again when `deps` change, and freed then and at the end. */
export function useDisposable<T extends { dispose(): void }>(make: () => T, deps: DependencyList): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller lists what the object is made of
  const value = useMemo(make, deps);
  useEffect(() => () => value.dispose(), [value]);
  return value;
}
