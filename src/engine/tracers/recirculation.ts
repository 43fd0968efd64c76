import type { Recirculation } from '../../frame/recirculation';
import type { Engine } from '../state';
import { ageOf, crossInterference, residenceSeconds } from './cross-interference';
import { type JobProgress, traceAir } from './trace-air';
import { tracedIndices, traceHeat } from './traced-indices';

/** Everything about recirculation between the racks as the air moves at the first step; one taker a step. */
export function* recirculationJob(engine: Engine, revision: number): Generator<JobProgress, Recirculation, void> {
  const heat = traceHeat(engine, engine.servers.structure.rackChassisStart);
  const trace = yield* traceAir(engine, { detail: 'rack', what: 'heat' });
  const cross = crossInterference(trace);
  const indices = tracedIndices(trace, cross, heat);
  const racks = trace.groupIds.length;
  return {
    revision,
    simulatedSeconds: trace.simulatedSeconds,
    rackIds: [...trace.groupIds],
    unitIds: [...trace.unitIds],
    openingIds: [...trace.openingIds],
    share: Float32Array.from(trace.share),
    takenM3s: Float32Array.from(trace.takenM3s),
    givenM3s: Float32Array.from(trace.givenM3s),
    riseKelvinPerKilowatt: Float32Array.from(cross.distribution, (kelvinPerWatt) => kelvinPerWatt * 1000),
    coldCapture: Float32Array.from(cross.coldCapture),
    hotCapture: Float32Array.from(cross.hotCapture),
    rackAgeSeconds: Float32Array.from(cross.ageSeconds),
    unitReturnAgeSeconds: Float32Array.from(trace.unitIds, (_, n) => ageOf(trace, cross, racks + n)),
    roomAgeSeconds: ageOf(trace, cross, trace.takenM3s.length - 1),
    residenceSeconds: residenceSeconds(trace, cross),
    rackHeatW: Float32Array.from(heat.heatW),
    rackInletCelsius: Float32Array.from(indices.inletCelsius),
    shi: indices.shi,
    rhi: indices.rhi,
    rti: indices.rti,
  };
}
