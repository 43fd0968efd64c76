import { create } from 'zustand';
import { ashraeLimits } from '../../site/ashrae';
import { useDocument } from '../../store/document';
import { subscribeSlowFrames } from '../../store/frames';
import { useViewOptions } from '../../store/view-options';
import type { ColourRange } from './colour-map';
import { frameExtremes, nextAutoRange } from './temperature-range';

/** The temperatures that the colours stand for now. */
export const useTemperatureRange = create<{ range: ColourRange }>()(() => ({
  range: { minCelsius: 14, maxCelsius: 40, centreCelsius: 27 },
}));

const sameRange = (a: ColourRange, b: ColourRange) =>
  a.minCelsius === b.minCelsius && a.maxCelsius === b.maxCelsius && a.centreCelsius === b.centreCelsius;

/** Keeps the range in step with the air, the document and the user's choice; returns its own undoing. */
export function followTemperatureRange(): () => void {
  let auto: ColourRange | null = null;
  const publish = () => {
    const scale = useViewOptions.getState().temperatureScale;
    const centreCelsius = ashraeLimits(useDocument.getState().site.ashraeClass).recommendedMaxCelsius;
    const next = scale.mode === 'fixed' ? { ...scale, centreCelsius } : auto;
    if (next === null || sameRange(next, useTemperatureRange.getState().range)) return;
    const { minCelsius, maxCelsius } = next;
    useTemperatureRange.setState({ range: { minCelsius, maxCelsius, centreCelsius } });
  };
  const stopFrames = subscribeSlowFrames((frame) => {
    const extremes = frameExtremes(frame);
    const centreCelsius = ashraeLimits(useDocument.getState().site.ashraeClass).recommendedMaxCelsius;
    if (extremes !== null) auto = nextAutoRange(auto, extremes, centreCelsius);
    publish();
  });
  const stopOptions = useViewOptions.subscribe((state, before) => {
    if (state.temperatureScale !== before.temperatureScale) publish();
  });
  const stopDocument = useDocument.subscribe((state, before) => {
    if (state.opened !== before.opened) auto = null;
  });
  publish();
  return () => {
    stopFrames();
    stopOptions();
    stopDocument();
  };
}
