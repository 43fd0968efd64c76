import type { ColourRange } from '../scene/colour-map';

/** Fixed, so that a colour means the same at every moment and on every site. Air, chilled and condenser water lie within. */
export const PIPE_RANGE: ColourRange = { minCelsius: 5, maxCelsius: 49, centreCelsius: 27 };
