/** What a reader must know before the numbers: how both programs were given the same problem. */
export const REPORT_INTRO = `# Comparison with OpenFOAM

Seven generated rooms, solved by this engine and by OpenFOAM's k-epsilon model on the same cells. Written by
\`npm run validate -- openfoam\`, which computes the engine's side anew; what OpenFOAM found is kept in
\`src/validation/openfoam/results\`. With OpenFOAM installed, \`npm run validate -- openfoam DIR\` writes the cases to DIR,
solves them and renews those results, and \`npm run validate -- openfoam DIR --site FILE\` does the same for a site of your
own. OpenFOAM is a model too: this page says how far two models agree, [validation.md](validation.md) what measurements say.

## The same problem for both

- **Cells**: the engine's own, 0.1 m, faces on racks, units, tiles and panels, written as OpenFOAM's polyhedra; what is
  solid is left out. 40,000 to 54,000 cells of air.
- **Flows**: each chassis, unit, tile, grille has the flow that the engine gives it, the same through each face. Supply
  temperatures and the rise through each chassis are given; all other temperatures are results.
- **Chassis**: the exhaust carries the mean temperature of the inlet (\`outletMappedUniformInlet\`), the chassis' heat is
  added in the cells behind it: the same balance as an exhaust at inlet plus rise.
- **Tile jets**: the momentum (1/F - 1) V² A beyond that of the gross velocity, in OpenFOAM half in the first and half in
  the second cell over the tile, in the engine at the face between them.
- **Walls**: smooth and adiabatic, in OpenFOAM with the standard wall functions. No turbulent exchange of heat through the
  faces of equipment.
- **Air**: Boussinesq, the same constants (MODEL.md).
- **OpenFOAM's turbulence**: the standard k-epsilon model of its incompressible solvers, which has no production by
  buoyancy. Air that equipment blows in has a turbulence of 10 % at a length of 3 cm (**assumption**, no source gives them).
- **OpenFOAM's schemes**: linear upwind for momentum, limited linear for temperature, k and epsilon; \`SIMPLE\` from air at
  rest, 1,000 iterations, means over the last 500 (room \`in-row\`, whose air sways slowly: 2,500 and 1,250).

The rooms are generated from seeds (\`src/validation/openfoam/rooms.ts\`). Choices of the engine's physics were made on the
five that are not marked; the two held out were not used for any. One choice of the _cases_, how a tile's momentum is
spread over cells, was made after seeing three of the rooms, the held-out \`gapped-row\` among them.
`;

/** What the first runs taught; figures in it were measured on 24 November 2026 and do not follow the tables above. */
export const REPORT_LESSONS = `## What it shows

- Where the floor or the unit supplies about what the racks draw and the cold air stays together (the first room, the
  half-contained aisle, the unit at the wall) rack means agree within the floor of 0.8 K. Where the room is strongly
  stratified, or jets cross it (one row short of air, in-row cooling, supply from above, the row with gaps), they do not:
  the engine finds the air in front of the upper chassis 2 to 5 K warmer than OpenFOAM does. **The floor for rooms of any
  kind is not met.**
- OpenFOAM is no firm ground in those rooms either: between its own first- and second-order schemes the in-row room moves by
  3.9 K at the worst rack, and its means still sway by 0.9 to 1.1 K at single chassis in two of the rooms.
- The eddy viscosity is not the cause: with OpenFOAM's own field of it put into the engine, frozen, the worst rack of the
  under-supplied room went from 1.2 to 1.1 K and of the in-row room stayed at 1.25 K (tile momentum in one cell then). Nor is it the scheme alone: the
  limited one helps one room and harms another. How air parts between the way over a row and the ways round its ends
  differs; why is open.
- Friction at walls mattered and was wrong: the engine used the room's eddy viscosity in the cell next to a wall, some nine
  times the friction of a smooth wall. With a wall law (MODEL.md) the unit at the wall went from 1.1 to 0.65 K and came to
  rest, the in-row room from 2.4 to 2.0 K RMS. The half-contained aisle went from 0.53 to 0.44 K at the worst rack with all of
  a tile's momentum in OpenFOAM's first cell; with it in two cells, as now, OpenFOAM itself moved, to 0.73 K.
`;
