import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type CameraMode = 'orbit' | 'plan' | 'front' | 'walk';
export type SliceAxis = 'x' | 'y' | 'z';
export type AirDisplay = 'particles' | 'streamlines' | 'off';
export type TemperatureScale = { mode: 'auto' } | { mode: 'fixed'; minCelsius: number; maxCelsius: number };
/** What of the air under a raised floor is drawn on it. */
export type UnderfloorDisplay = 'off' | 'pressure' | 'temperature';
export type Quality = 'auto' | 'high' | 'low';

export interface SliceOptions {
  visible: boolean;
  axis: SliceAxis;
  /** Place along the axis as a share of the room, 0..1, so that it survives a change of site. */
  position: number;
  isoLines: boolean;
}

export interface ViewOptions {
  cameraMode: CameraMode;
  slice: SliceOptions;
  air: AirDisplay;
  labels: boolean;
  temperatureScale: TemperatureScale;
  showContainment: boolean;
  showCeiling: boolean;
  showGrid: boolean;
  showFloorTint: boolean;
  underfloor: UnderfloorDisplay;
  quality: Quality;
}

export interface ViewOptionsState extends ViewOptions {
  set(options: Partial<ViewOptions>): void;
  setSlice(options: Partial<SliceOptions>): void;
  /** Grows with each wish to look at the whole room, or at the selection. */
  homeRequests: number;
  focusRequests: number;
  goHome(): void;
  focusSelection(): void;
}

export const DEFAULT_VIEW_OPTIONS: ViewOptions = {
  cameraMode: 'orbit',
  slice: { visible: false, axis: 'y', position: 0.5, isoLines: true },
  air: 'particles',
  labels: true,
  temperatureScale: { mode: 'auto' },
  showContainment: true,
  showCeiling: false,
  showGrid: true,
  showFloorTint: true,
  underfloor: 'off',
  quality: 'auto',
};

const clampShare = (value: number) => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0.5);

/** How the room is shown. Kept in this browser; the document does not hold it. */
export const useViewOptions = create<ViewOptionsState>()(
  persist(
    (set, get) => ({
      ...DEFAULT_VIEW_OPTIONS,
      homeRequests: 0,
      focusRequests: 0,
      set(options) {
        set(options);
      },
      setSlice(options) {
        const slice = { ...get().slice, ...options };
        set({ slice: { ...slice, position: clampShare(slice.position) } });
      },
      goHome() {
        set({ homeRequests: get().homeRequests + 1 });
      },
      focusSelection() {
        set({ focusRequests: get().focusRequests + 1 });
      },
    }),
    {
      name: 'isotherm.view-options',
      version: 1,
      partialize: ({
        set: _set,
        setSlice: _setSlice,
        goHome: _home,
        focusSelection: _focus,
        homeRequests: _h,
        focusRequests: _f,
        ...options
      }) => options,
    },
  ),
);
