/** What a reader must know before the numbers: how both programs were given the same problem. */
export const REPORT_INTRO = `# Comparison with OpenFOAM

Ten generated rooms, solved by this engine and by OpenFOAM's k-epsilon model on the same cells. Written by
\`npm run validate -- openfoam\`, which computes the engine's side anew; what OpenFOAM found is kept in
\`src/validation/openfoam/results\`. With OpenFOAM installed, \`npm run validate -- openfoam DIR\` writes the cases to DIR,
solves them and renews those results, and \`npm run validate -- openfoam DIR --site FILE\` does the same for a site of your
own. OpenFOAM is a model too: this page says how far two models agree, [validation.md](validation.md) what measurements say.

## The same problem for both

- **Cells**: the engine's own, 0.1 m, faces on racks, units, tiles and panels, written as OpenFOAM's polyhedra; what is
  solid is left out. 40,000 to 57,000 cells of air.
- **Flows**: each chassis, unit, tile, grille has the flow that the engine gives it, the same through each face. Supply
  temperatures and the rise through each chassis are given; all other temperatures are results.
- **Chassis**: the exhaust carries the mean temperature of the inlet (\`outletMappedUniformInlet\`), the chassis' heat is
  added in the cells behind it: the same balance as an exhaust at inlet plus rise.
- **Air that equipment draws in** keeps its motion along the opening (\`fixedNormalInletOutletVelocity\`: the speed along the
  normal is given, the rest is free). One face of a wall is open to pressure 0, so that the pressure has a level; nothing
  flows through it once the flows balance.
- **Tile jets**: the momentum (1/F - 1) V² A beyond that of the gross velocity, in OpenFOAM half in the first and half in
  the second cell over the tile, in the engine at the face between them.
- **Walls**: smooth and adiabatic, in OpenFOAM with the standard wall functions. No turbulent exchange of heat through the
  faces of equipment.
- **Air**: Boussinesq, the same constants (MODEL.md).
- **Turbulence**: in both the standard k-epsilon model with wall functions, without production by buoyancy. Air that equipment blows in has a turbulence of 10 % at a length of 3 cm (**assumption**, no source gives them).
- **OpenFOAM's schemes**: second order is linear upwind for momentum, limited linear for temperature, k and epsilon; upwind is
  first order for all; \`SIMPLE\` from air at
  rest, 1,000 iterations, means over the last 500 (room \`in-row\`, whose air sways slowly: 2,500 and 1,250).

The rooms are generated from seeds (\`src/validation/openfoam/rooms.ts\`). Choices of the engine's physics were made on the
five that are not marked. Two rooms were held out from the start; the supply from above among them was looked into
afterwards, without changing anything for it. The last three (\`later-rooms.ts\`) were written and run after all choices.
`;

/** What the runs taught; figures in it were measured on 24 and 25 November 2026 and do not follow the tables above. */
export const REPORT_LESSONS = `## What it shows

- **With the same scheme both programs give the same answer**, in rooms that jets cross as in those where the cold air stays
  together, and in the rooms that were written after all choices. This is what shows that the equations, walls, openings
  and the solver are right.
- **The scheme is worth more than everything else.** OpenFOAM's own answer moves by up to 2.2 K at the worst rack between first-order upwind
  and linear upwind (not bounded), and by 1.5 K between linear upwind and limited linear, in the rooms that
  jets cross. There the engine's default misses OpenFOAM's second order by as much: units within the rows, facing rows,
  supply from above. Which of the two is nearer to a real room these runs can't say: where a jet is two or three cells wide neither
  has its cells fine enough. **Against second order the floor for rooms of any kind is not met.** The engine's limited scheme
  is nearer in most; in such rooms it does not come to rest.
- The zero-equation model (Chen and Xu), the engine's default before, takes the distance to the nearest surface as its length.
  In a free jet far from walls that gives three to six times the eddy viscosity of k-epsilon: jets widen too soon and two side by side merge.
- What counts as a wall: a floor through whose seams air leaks at less than 2 cm/s has a wall's friction and dissipation. With
  the whole floor taken as an opening, for a leakage of nothing but rounding, the row with gaps was 0.5 K worse at its worst rack.
- Which wall law gives the friction hardly matters here: twice the friction, none but that of laminar air, or the power law of the
  zero-equation model change racks by less than 0.1 K.
- **An error of ours in earlier cases, found with the residual of the engine's momentum equation on OpenFOAM's flow.** A fixed
  velocity at openings that draw air kept the momentum along them in the cell in front, whose air ran along the
  opening at up to 3 m/s. It had moved the in-row room by several kelvin; earlier versions of this page blamed the engine
  for most of what that error did, and in that room praised it (1.26 K at the worst rack) where it should not have.
`;
