import type { Site } from '../../../src/site/schema/site';
import { AIR, AIR_HEAT_CAPACITY, GRAVITY, ZERO_CELSIUS_KELVIN } from '../../../src/units/air';
import { block, digits, foamFile } from './foam-text';
import type { CellSource } from './sources';

export interface FoamSettings {
  /**
   * Advection of momentum and heat: 'second-order' is linear upwind for momentum and limited linear for all else,
   * 'limited' limited linear for all, 'upwind' first order throughout.
   */
  readonly advection: 'second-order' | 'limited' | 'upwind';
  /** Iterations in all, and how many of them each average spans. */
  readonly iterations: number;
  readonly averageOver: number;
}

export function constantFiles(site: Site, sources: readonly CellSource[]): Record<string, string> {
  const referenceKelvin = site.room.initialCelsius + ZERO_CELSIUS_KELVIN;
  const diffusivity = AIR.conductivity / AIR_HEAT_CAPACITY;
  return {
    g: foamFile(
      'uniformDimensionedVectorField',
      'constant',
      'g',
      `dimensions [0 1 -2 0 0 0 0];\nvalue (0 0 ${-GRAVITY});`,
    ),
    transportProperties: foamFile(
      'dictionary',
      'constant',
      'transportProperties',
      [
        'transportModel Newtonian;',
        `nu ${AIR.kinematicViscosity};`,
        `beta ${digits(1 / referenceKelvin)};`,
        `TRef ${digits(referenceKelvin)};`,
        `Pr ${digits(AIR.kinematicViscosity / diffusivity)};`,
        `Prt ${AIR.turbulentPrandtl};`,
      ].join('\n'),
    ),
    turbulenceProperties: foamFile(
      'dictionary',
      'constant',
      'turbulenceProperties',
      ['simulationType RAS;', block('RAS', ['RASModel kEpsilon;', 'turbulence on;', 'printCoeffs off;'])].join('\n'),
    ),
    fvOptions: foamFile('dictionary', 'constant', 'fvOptions', sources.map(sourceText).join('\n')),
  };
}

function sourceText({ name, amount, of }: CellSource): string {
  const rate = of === 'temperature' ? `T (${digits(amount)} 0);` : `U ((0 0 ${digits(amount)}) 0);`;
  const kind = of === 'temperature' ? 'scalarSemiImplicitSource' : 'vectorSemiImplicitSource';
  const entries = ['selectionMode cellSet;', `cellSet ${name};`, 'volumeMode absolute;'];
  return block(name, [`type ${kind};`, block(`${kind}Coeffs`, [...entries, block('injectionRateSuSp', [rate])])]);
}

export function systemFiles(settings: FoamSettings): Record<string, string> {
  return {
    controlDict: foamFile('dictionary', 'system', 'controlDict', controlText(settings)),
    fvSchemes: foamFile('dictionary', 'system', 'fvSchemes', schemesText(settings)),
    fvSolution: foamFile('dictionary', 'system', 'fvSolution', solutionText()),
  };
}

function controlText({ iterations, averageOver }: FoamSettings): string {
  const averaged = (name: string) => block(name, ['mean on;', 'prime2Mean off;', 'base time;']);
  const averages = block('averages', [
    'type fieldAverage;',
    'libs ("libfieldFunctionObjects.so");',
    'writeControl writeTime;',
    'periodicRestart true;',
    `restartPeriod ${averageOver};`,
    'restartOnRestart false;',
    `fields\n(\n${['T', 'U'].map(averaged).join('\n')}\n);`,
  ]);
  return [
    'application buoyantBoussinesqSimpleFoam;',
    'startFrom latestTime;',
    'startTime 0;',
    'stopAt endTime;',
    `endTime ${iterations};`,
    'deltaT 1;',
    'writeControl timeStep;',
    `writeInterval ${averageOver};`,
    'purgeWrite 0;',
    'writeFormat ascii;',
    'writePrecision 8;',
    'writeCompression off;',
    'timeFormat general;',
    'timePrecision 8;',
    'runTimeModifiable false;',
    block('functions', [averages]),
  ].join('\n');
}

function schemesText({ advection }: FoamSettings): string {
  const momentum = { 'second-order': 'linearUpwind default', limited: 'limitedLinear 1', upwind: 'upwind' }[advection];
  const scalars = advection === 'upwind' ? 'upwind' : 'limitedLinear 1';
  return [
    block('ddtSchemes', ['default steadyState;']),
    block('gradSchemes', ['default Gauss linear;']),
    block('divSchemes', [
      'default none;',
      `div(phi,U) bounded Gauss ${momentum};`,
      `div(phi,T) bounded Gauss ${scalars};`,
      `div(phi,k) bounded Gauss ${scalars};`,
      `div(phi,epsilon) bounded Gauss ${scalars};`,
      'div((nuEff*dev2(T(grad(U))))) Gauss linear;',
    ]),
    block('laplacianSchemes', ['default Gauss linear corrected;']),
    block('interpolationSchemes', ['default linear;']),
    block('snGradSchemes', ['default corrected;']),
  ].join('\n\n');
}

function solutionText(): string {
  return [
    block('solvers', [
      block('p_rgh', ['solver GAMG;', 'smoother GaussSeidel;', 'tolerance 1e-9;', 'relTol 0.01;']),
      block('"(U|T|k|epsilon)"', ['solver PBiCGStab;', 'preconditioner DILU;', 'tolerance 1e-10;', 'relTol 0.1;']),
    ]),
    block('SIMPLE', ['momentumPredictor yes;', 'nNonOrthogonalCorrectors 0;', 'pRefCell 0;', 'pRefValue 0;']),
    block('relaxationFactors', [
      block('fields', ['p_rgh 0.3;']),
      block('equations', ['U 0.4;', 'T 0.8;', 'k 0.4;', 'epsilon 0.4;']),
    ]),
  ].join('\n\n');
}
