import { create } from 'zustand';
import type { Issue } from '../site/issue';

/** A file that could not be opened, and why. The open document was left as it is. */
export interface OpenFailure {
  fileName: string;
  issues: Issue[];
}

export interface OpenFailureState {
  failure: OpenFailure | null;
  report(fileName: string, issues: Issue[]): void;
  dismiss(): void;
}

export const useOpenFailure = create<OpenFailureState>()((set) => ({
  failure: null,
  report(fileName, issues) {
    set({ failure: { fileName, issues } });
  },
  dismiss() {
    set({ failure: null });
  },
}));
