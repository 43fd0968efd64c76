export {
  air, dx, dy, dz, freeXY, freeXZ, freeYX, freeYZ, freeZX, freeZY, halfPlane, halfRow, halfSize, inverseDx, inverseDy, inverseDz, inverseWx, inverseWy, inverseWz, lossX,
  lossY, lossZ, ny, nz, openX, openY, openZ, planeBytes, pressure, rowBytes, temperature, u, v, viscosity, w, wallDistance,
  wx, wy, wz,
} from './grid';
export { limiter } from './limiter';
export { assembleX, assembleY, assembleZ, jet } from './momentum';
export { levelCount, levels } from './multigrid';
export { pack, unpack } from './packing';
export {
  answer, conductanceX, conductanceY, conductanceZ, correct, correction, direction, endNorm, image, labels, regionCells, regions,
  regionSums, setDivergence, solve, startNorm,
} from './projection';
export { assembleHeat, exchange, exchangeValue, inflow, inflowValue } from './scalar';
export { blocks, relax, rows } from './stencil';
export { updateViscosity } from './turbulence';
export { heatContent, isFinite, massImbalance, preciseX, preciseY, preciseZ } from './measures';
export { triad } from './triad';
