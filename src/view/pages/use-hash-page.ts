import { useCallback, useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Whether the address asks for the page `#/name`, and how to leave it: a page has an address, so that it can be shared. */
export function useHashPage(name: string): { shown: boolean; leave: () => void } {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const leave = useCallback(() => {
    window.location.hash = '';
  }, []);
  return { shown: hash === `#/${name}`, leave };
}

export function closeHashPage(): void {
  window.location.hash = '';
}

export function openHashPage(name: string): void {
  window.location.hash = `#/${name}`;
}
