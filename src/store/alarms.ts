import { type AshraeClass, ashraeLimits } from '../site/ashrae';
import type { TimelineEvent } from './events';

/** The alarm clears only this far below its limit, so that it does not chatter, K. */
const HYSTERESIS_KELVIN = 0.3;

export interface InletAlarm {
  /** Event of this sample, when the hottest rack inlet crossed the allowable limit of the class. */
  update(ashraeClass: AshraeClass, seconds: number, inletMaxCelsius: number): Omit<TimelineEvent, 'id'> | null;
  reset(): void;
}

/** Watches the hottest rack inlet against the allowable limit of the site's ASHRAE class. */
export function createInletAlarm(): InletAlarm {
  let raised = false;
  return {
    update(ashraeClass, atSeconds, inletMaxCelsius) {
      const limit = ashraeLimits(ashraeClass).allowableMaxCelsius;
      if (!raised && inletMaxCelsius > limit) {
        raised = true;
        return { atSeconds, kind: 'alarm-on', label: `${limit} °C` };
      }
      if (raised && inletMaxCelsius < limit - HYSTERESIS_KELVIN) {
        raised = false;
        return { atSeconds, kind: 'alarm-off', label: `${limit} °C` };
      }
      return null;
    },
    reset() {
      raised = false;
    },
  };
}
