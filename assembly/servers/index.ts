import { begin } from './chassis';
import { blocks, groupEnd, groupFirst, groupModel, groups } from './columns';
import { planGroup } from './plan';
import { thermalGroup } from './thermal';

export {
  blocks, conservative, fansByChip, frequencyCapShare, groupAirflowM3s, groupAsleep, groupChipMaxCelsius, groupChipStoredW,
  groupCoolantCelsius, groupDeliveredSum, groupDemandSum, groupEnd, groupFanPowerW, groupFirst, groupHeatSink,
  groupInletCelsius, groupModel, groupOff, groupPowerW, groupRunaway, groups, groupSensorCelsius, groupThrottled, leakage,
  planFlags, planHeldFanW, planHeldLeakageW, planW, powerCapW, powerManagement, restLeakageW, restPath, serverChipCelsius,
  serverDemandShare, serverFanSpeed, serverFrequencyShare, serverOverheadW, serverPowerW, serverPState, serverState,
  serverThrottle, serverTimerSeconds, serverUtilisation, sleepAfterSeconds, zonedFans,
} from './columns';

/** One step of every server whose model is known; without end where dt is infinite. */
export function step(dt: f64, inletShutdown: f64): void {
  for (let group = 0; group < groups; group++) {
    const model = load<i32>(groupModel + (<usize>group << 2));
    if (model < 0) continue;
    const block = <usize>load<i32>(blocks + (<usize>model << 2));
    const first = <usize>load<i32>(groupFirst + (<usize>group << 2));
    const end = <usize>load<i32>(groupEnd + (<usize>group << 2));
    begin(<usize>group, block, first, end, dt, inletShutdown);
    thermalGroup(<usize>group, planGroup());
  }
}
