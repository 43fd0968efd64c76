import type { FailureSeries } from '../../frame/failure';
import type { Engine } from '../state';

/** Keeps the time series of a failure, in buffers that are laid out once. */
export interface Recorder {
  /** Reads the engine; keeps an instant every so many seconds, and the first and the last. */
  sample(engine: Engine, seconds: number): void;
  /** Hottest inlet of a rack at the last sample, °C; NaN for a rack that draws no air. */
  rackInletCelsius(rack: number): number;
  series(): FailureSeries;
}

export function createRecorder(engine: Engine, everySeconds: number, horizonSeconds: number): Recorder {
  const racks = engine.site.racks.length;
  const units = engine.site.coolingUnits.length;
  const capacity = Math.ceil(horizonSeconds / everySeconds) + 2;
  const hottest = new Float64Array(racks);
  const seconds = new Float64Array(capacity);
  const single = () => new Float32Array(capacity);
  const worstInletCelsius = single();
  const meanInletCelsius = single();
  const supplyCelsius = single();
  const returnCelsius = single();
  const rackInletCelsius = new Float32Array(capacity * racks);
  const unitAirflowM3s = new Float32Array(capacity * units);
  const unitSupplyCelsius = new Float32Array(capacity * units);
  const chilledWaterCelsius = engine.plant.water === null ? null : single();
  const coolantCelsius = engine.plant.facility === null ? null : single();
  let count = 0;

  const keep = ({ measures, plant, chassisInletCelsius }: Engine, at: number) => {
    seconds[count] = at;
    worstInletCelsius[count] = chassisInletCelsius.reduce((most, celsius) => Math.max(most, celsius), -Infinity);
    meanInletCelsius[count] = measures.inletMeanCelsius;
    supplyCelsius[count] = measures.supplyCelsius;
    returnCelsius[count] = measures.returnCelsius;
    rackInletCelsius.set(hottest, count * racks);
    unitAirflowM3s.set(plant.airflowM3s, count * units);
    unitSupplyCelsius.set(plant.supplyCelsius, count * units);
    if (chilledWaterCelsius !== null) chilledWaterCelsius[count] = plant.water?.supplyCelsius ?? Number.NaN;
    if (coolantCelsius !== null) coolantCelsius[count] = plant.facility?.plateCelsius ?? Number.NaN;
    count++;
  };

  return {
    sample(now, at) {
      const { rackChassisStart } = now.servers.structure;
      for (let rack = 0; rack < racks; rack++) {
        let most = Number.NaN;
        for (let chassis = rackChassisStart[rack]!; chassis < rackChassisStart[rack + 1]!; chassis++) {
          const celsius = now.chassisInletCelsius[chassis]!;
          most = most >= celsius ? most : celsius;
        }
        hottest[rack] = most;
      }
      if (at % everySeconds === 0 || at >= horizonSeconds) keep(now, at);
    },
    rackInletCelsius: (rack) => hottest[rack]!,
    series: () => ({
      seconds: seconds.slice(0, count),
      worstInletCelsius: worstInletCelsius.slice(0, count),
      meanInletCelsius: meanInletCelsius.slice(0, count),
      supplyCelsius: supplyCelsius.slice(0, count),
      returnCelsius: returnCelsius.slice(0, count),
      rackInletCelsius: rackInletCelsius.slice(0, count * racks),
      unitAirflowM3s: unitAirflowM3s.slice(0, count * units),
      unitSupplyCelsius: unitSupplyCelsius.slice(0, count * units),
      ...(chilledWaterCelsius === null ? {} : { chilledWaterCelsius: chilledWaterCelsius.slice(0, count) }),
      ...(coolantCelsius === null ? {} : { coolantCelsius: coolantCelsius.slice(0, count) }),
    }),
  };
}
