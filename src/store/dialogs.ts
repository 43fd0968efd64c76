import { create } from 'zustand';

export interface DialogState {
  shortcuts: boolean;
  /** What to do once the user has decided about unsaved changes; null while nothing asks. */
  afterUnsaved: (() => void) | null;
  showShortcuts(shown: boolean): void;
  askAboutUnsaved(next: () => void): void;
  closeUnsaved(): void;
}

/** Which dialogs are up. */
export const useDialogs = create<DialogState>()((set) => ({
  shortcuts: false,
  afterUnsaved: null,
  showShortcuts(shortcuts) {
    set({ shortcuts });
  },
  askAboutUnsaved(afterUnsaved) {
    set({ afterUnsaved });
  },
  closeUnsaved() {
    set({ afterUnsaved: null });
  },
}));
