import type { Electrical } from '../../site/schema/energy';
import { curveLossW } from './loss-curve';

/** Loss of the main switchboard and its busbars at an output, W: square in the load. */
export function switchgearLossW(electrical: Electrical, outputW: number): number {
  const { switchgear } = electrical;
  if (switchgear === undefined || !(switchgear.ratedW > 0)) return 0;
  return (switchgear.lossShare * outputW * outputW) / switchgear.ratedW;
}

/** Loss of the main transformer at an output, W: iron at any load, copper with its square. */
export function transformerLossW(electrical: Electrical, outputW: number): number {
  const { transformer } = electrical;
  if (transformer === undefined) return 0;
  return curveLossW([transformer.noLoadShare, 0, transformer.fullLoadShare], transformer.ratedW, outputW);
}
