import type { FrameLayout } from '../frame/layout';
import type { Engine } from './state';

/** Describes the frames of an engine for one revision of its document. */
export function frameLayout(engine: Engine, revision: number): FrameLayout {
  const { site, servers, room } = engine;
  const { mesh } = room.grid;
  const solid = new Uint8Array(mesh.nx * mesh.ny * mesh.nz);
  let n = 0;
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      const row = 1 + mesh.stride[1] * j + mesh.stride[2] * k;
      for (let i = 0; i < mesh.nx; i++) solid[n++] = mesh.solid[row + i]!;
    }
  }
  return {
    revision,
    nx: mesh.nx,
    ny: mesh.ny,
    nz: mesh.nz,
    xFaces: mesh.faces[0],
    yFaces: mesh.faces[1],
    zFaces: mesh.faces[2],
    solid,
    rackIds: site.racks.map((rack) => rack.id),
    chassisIds: servers.structure.chassisIds,
    chassisRack: servers.structure.chassisRack,
    unitIds: site.coolingUnits.map((unit) => unit.id),
    tileIds: site.tiles.map((tile) => tile.id),
    grilleIds: site.ceilingGrilles.map((grille) => grille.id),
    openingIds: site.openings.map((opening) => opening.id),
    sensorIds: site.sensors.map((sensor) => sensor.id),
    ...plenumLayout(engine),
    ...zoneLayout(engine),
    workUnit: servers.structure.workUnit,
  };
}

function zoneLayout({ control }: Engine): Pick<FrameLayout, 'zoneIds'> {
  const { zones } = control.state.structure;
  return zones.length === 0 ? {} : { zoneIds: zones.map(({ spec }) => spec.id) };
}

function plenumLayout({ room }: Engine): Pick<FrameLayout, 'plenum'> {
  const cells = room.plenums.underfloor?.cells;
  if (cells === undefined) return {};
  return { plenum: { nx: cells.nx, ny: cells.ny, xFaces: cells.xFaces, yFaces: cells.yFaces } };
}
