export {
  air, dx, dy, dz, freeXY, freeXZ, freeYX, freeYZ, freeZX, freeZY, halfPlane, halfRow, halfSize, inverseDx, inverseDy,
  inverseDz, inverseWx, inverseWy, inverseWz, lossX, lossY, lossZ, ny, nz, openX, openY, openZ, planeBytes, pressure, rowBytes,
  temperature, u, v, viscosity, w, wallDistance, wx, wy, wz,
} from './grid';
export {
  dissipation, energy, friction, inflowDissipation, inflowEnergy, production, stepKEpsilon,
} from './k-epsilon';
export { limiter } from './limiter';
export { heatContent, isFinite, massImbalance, preciseX, preciseY, preciseZ } from './measures';
export { jet, wallFriction } from './momentum';
export { levelCount, levels } from './multigrid';
export { partials } from './partials';
export {
  answer, conductanceX, conductanceY, conductanceZ, correct, correction, direction, endNorm, image, labels, regionCells, regions,
  regionSums, setDivergence, solve, startNorm,
} from './projection';
export { exchange, exchangeValue, inflow, inflowValue } from './scalar';
export { packedHeat, packedU, packedV, packedW, stepHeat, stepMomentum } from './steps';
export { blocks, rows } from './stencil';
export { helpers, patience, rest, serve } from './team';
export { triad } from './triad';
export { updateViscosity } from './turbulence';
export { progress } from './wave';
