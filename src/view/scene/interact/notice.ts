import { create } from 'zustand';

/** How long a passing word stays, ms. */
const NOTICE_MS = 2600;

interface NoticeState {
  text: string | null;
  show(text: string): void;
}

let timer: ReturnType<typeof setTimeout> | null = null;

/** A passing word over the scene: why a key did nothing. */
export const useNotice = create<NoticeState>()((set) => ({
  text: null,
  show(text) {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => set({ text: null }), NOTICE_MS);
    set({ text });
  },
}));
