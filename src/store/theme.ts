import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ThemePreference = 'auto' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

export interface ThemeState {
  preference: ThemePreference;
  /** What the system asks for. */
  system: Theme;
  setPreference(preference: ThemePreference): void;
}

/** Light, dark, or what the system prefers. */
export const useThemePreference = create<ThemeState>()(
  persist(
    (set) => ({
      preference: 'auto',
      system: 'light',
      setPreference: (preference) => set({ preference }),
    }),
    { name: 'isotherm.theme', partialize: ({ preference }) => ({ preference }) },
  ),
);

const resolve = (state: ThemeState): Theme => (state.preference === 'auto' ? state.system : state.preference);

/** The theme in force. */
export function useTheme(): Theme {
  return useThemePreference(resolve);
}

/** Follows the system's preference; returns its own undoing. */
export function followSystemTheme(query: MediaQueryList): () => void {
  const update = () => useThemePreference.setState({ system: query.matches ? 'dark' : 'light' });
  update();
  query.addEventListener('change', update);
  return () => query.removeEventListener('change', update);
}
