import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Length of the charts' window, simulated seconds; 'all' is everything kept. */
export type ChartWindow = 300 | 1800 | 7200 | 'all';
export const CHART_WINDOWS = [300, 1800, 7200, 'all'] as const satisfies readonly ChartWindow[];

export type PanelSide = 'left' | 'right' | 'bottom';

export interface LayoutPreferences {
  open: Record<PanelSide, boolean>;
  chartWindow: ChartWindow;
  togglePanel(side: PanelSide): void;
  setPanel(side: PanelSide, open: boolean): void;
  setChartWindow(window: ChartWindow): void;
}

/** How this user keeps the window: remembered in the browser, not in the site document. */
export const useLayoutPreferences = create<LayoutPreferences>()(
  persist(
    (set, get) => ({
      open: { left: true, right: true, bottom: true },
      chartWindow: 300,
      togglePanel(side) {
        get().setPanel(side, !get().open[side]);
      },
      setPanel(side, open) {
        if (get().open[side] !== open) set({ open: { ...get().open, [side]: open } });
      },
      setChartWindow(chartWindow) {
        set({ chartWindow });
      },
    }),
    { name: 'isotherm.layout', partialize: ({ open, chartWindow }) => ({ open, chartWindow }) },
  ),
);
