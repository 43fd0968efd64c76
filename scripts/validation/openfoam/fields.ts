import type { Site } from '../../../src/site/schema/site';
import { ZERO_CELSIUS_KELVIN } from '../../../src/units/air';
import { block, digits, foamFile, scalarList, vectorList } from './foam-text';
import type { FoamPatch } from './patches';
import { REFERENCE_PATCH } from './poly-mesh';

/** Turbulence of the air that equipment blows in: intensity and length scale, m (assumption: no source gives them). */
const INTENSITY = 0.1;
const LENGTH_METRES = 0.03;
const C_MU = 0.09;

const zeroGradient = ['type zeroGradient;'];

/** Velocity over the mean of the patch's faces, m/s: sets the turbulence of its air. */
function patchSpeed(patch: FoamPatch): number {
  const flow = patch.flowM3s.reduce((sum, q) => sum + Math.abs(q), 0);
  const area = patch.faceAreas.reduce((sum, a) => sum + a, 0);
  return flow / area;
}

const kineticEnergy = (speed: number): number => Math.max(1.5 * (INTENSITY * speed) ** 2, 1e-6);
const dissipation = (k: number): number => (C_MU ** 0.75 * k ** 1.5) / LENGTH_METRES;

const blows = (patch: FoamPatch): boolean => patch.kind === 'chassis-outlet' || patch.kind === 'supply';

function velocityEntry(patch: FoamPatch): string[] {
  const vectors = patch.flowM3s.map((flow, n) => {
    const vector = [0, 0, 0];
    vector[patch.axis] = (patch.inward * flow) / patch.faceAreas[n]!;
    return vector;
  });
  const value = `value ${vectorList(vectors)};`;
  if (blows(patch)) return ['type fixedValue;', value];
  // Air that is drawn in takes its motion along the opening with it. With a fixed value that momentum would stay behind
  // in the cell at the opening, whose air would then run along the opening ever faster.
  return [
    'type fixedNormalInletOutletVelocity;',
    'fixTangentialInflow true;',
    block('normalVelocity', ['type fixedValue;', value]),
    value,
  ];
}

function temperatureEntry(patch: FoamPatch, startKelvin: number): string[] {
  if (patch.kind === 'chassis-outlet') {
    return ['type outletMappedUniformInlet;', `outletPatch ${patch.from};`, `value uniform ${startKelvin};`];
  }
  if (patch.kind === 'supply') {
    return ['type fixedValue;', `value ${scalarList(patch.celsius.map((t) => t + ZERO_CELSIUS_KELVIN))};`];
  }
  return zeroGradient;
}

interface FieldSpec {
  readonly object: string;
  readonly vector?: boolean;
  readonly dimensions: string;
  readonly start: string;
  readonly walls: string[];
  /** At the face that gives the pressure its level. */
  readonly reference: string[];
  readonly entry: (patch: FoamPatch) => string[];
}

/** The files of folder 0: air at rest at the site's initial temperature, equipment and walls as the engine has them. */
export function foamFields(site: Site, patches: readonly FoamPatch[]): Record<string, string> {
  const startKelvin = site.room.initialCelsius + ZERO_CELSIUS_KELVIN;
  const fixed = (value: number) => ['type fixedValue;', `value uniform ${digits(value)};`];
  const zero = ['type fixedValue;', 'value uniform 0;'];
  const calculated = ['type calculated;', 'value uniform 0;'];
  const pressure = ['type fixedFluxPressure;', 'rho rhok;', 'value uniform 0;'];
  const specs: FieldSpec[] = [
    {
      object: 'U',
      vector: true,
      dimensions: '[0 1 -1 0 0 0 0]',
      start: '(0 0 0)',
      walls: ['type noSlip;'],
      reference: ['type pressureInletOutletVelocity;', 'value uniform (0 0 0);'],
      entry: velocityEntry,
    },
    {
      object: 'T',
      dimensions: '[0 0 0 1 0 0 0]',
      start: digits(startKelvin),
      walls: zeroGradient,
      reference: zeroGradient,
      entry: (patch) => temperatureEntry(patch, startKelvin),
    },
    {
      object: 'p_rgh',
      dimensions: '[0 2 -2 0 0 0 0]',
      start: '0',
      walls: pressure,
      reference: zero,
      entry: () => pressure,
    },
    {
      object: 'k',
      dimensions: '[0 2 -2 0 0 0 0]',
      start: '0.001',
      walls: ['type kqRWallFunction;', 'value uniform 0.001;'],
      reference: zeroGradient,
      entry: (patch) => (blows(patch) ? fixed(kineticEnergy(patchSpeed(patch))) : zeroGradient),
    },
    {
      object: 'epsilon',
      dimensions: '[0 2 -3 0 0 0 0]',
      start: '0.0005',
      walls: ['type epsilonWallFunction;', 'value uniform 0.0005;'],
      reference: zeroGradient,
      entry: (patch) => (blows(patch) ? fixed(dissipation(kineticEnergy(patchSpeed(patch)))) : zeroGradient),
    },
    {
      object: 'nut',
      dimensions: '[0 2 -1 0 0 0 0]',
      start: '0.0002',
      walls: ['type nutkWallFunction;', 'value uniform 0;'],
      reference: calculated,
      // An opening that draws air is no wall: nothing holds the air that passes along it.
      entry: (patch) => (blows(patch) ? calculated : zero),
    },
    {
      object: 'alphat',
      dimensions: '[0 2 -1 0 0 0 0]',
      start: '0.0002',
      walls: calculated,
      reference: zero,
      // No turbulent exchange of heat through the faces of equipment, as in the engine.
      entry: () => zero,
    },
  ];
  return Object.fromEntries(specs.map((spec) => [spec.object, fieldText(spec, patches)]));
}

function fieldText(
  { object, vector, dimensions, start, walls, reference, entry }: FieldSpec,
  patches: readonly FoamPatch[],
) {
  const entries = [
    ...patches.map((patch) => block(patch.name, entry(patch))),
    block(REFERENCE_PATCH, reference),
    block('walls', walls),
  ];
  return foamFile(
    vector ? 'volVectorField' : 'volScalarField',
    '0',
    object,
    [`dimensions ${dimensions};`, `internalField uniform ${start};`, block('boundaryField', entries)].join('\n\n'),
  );
}
