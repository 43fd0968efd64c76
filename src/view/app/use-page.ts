import { useEffect } from 'react';
import { useDocument } from '../../store/document';

/** The tab's title names the site, and closing it with unsaved changes asks first. */
export function usePage(): void {
  const name = useDocument((state) => (state.opened > 0 ? state.site.name : null));
  const dirty = useDocument((state) => state.dirty);
  useEffect(() => {
    document.title = name === null ? 'Isotherm' : `${name} · Isotherm`;
  }, [name]);
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}
