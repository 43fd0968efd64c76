import { powerAlarms } from '../engine/power/alarms';
import type { Engine } from '../engine/state';
import type { PowerAlarm } from '../frame/power';

/** Watches the electrical chain, and tells whenever something goes into alarm or comes out of it. */
export interface PowerDesk {
  look(engine: Engine): void;
  /** Another site: nothing stands in alarm. */
  forget(): void;
}

export function createPowerDesk(tell: (alarms: PowerAlarm[], atSeconds: number) => void): PowerDesk {
  let standing: ReadonlyMap<string, PowerAlarm> = new Map();
  let told = '';
  let lookedAt = -1;
  return {
    look(engine) {
      // While the air settles the load is not that of any moment.
      if (engine.settling.active || engine.tick === lookedAt) return;
      lookedAt = engine.tick;
      const alarms = powerAlarms(engine.power, engine.servers, standing);
      standing = alarms;
      const key = [...alarms.values()].map((alarm) => `${alarm.key} ${alarm.level} ${alarm.tripped ?? ''}`).join();
      if (key === told) return;
      told = key;
      tell([...alarms.values()], engine.simulatedSeconds);
    },
    forget() {
      standing = new Map();
      told = '';
      lookedAt = -1;
    },
  };
}
