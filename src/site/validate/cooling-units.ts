import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { celsiusText, metresText, powerText } from '../quantity-text';
import type { CoolingUnit, GrilleFace } from '../schema/cooling-unit';
import type { Site } from '../schema/site';
import { unitAirflowM3s } from './air-balance';
import { airHeatW } from './it-load';
import { error, type Rule, warning } from './rule';

const tolerance = 1e-3;

/** Each unit can breathe and be controlled, and together they can carry the heat. */
export const checkCoolingUnits: Rule = (site) => {
  const sensorIds = new Set(site.sensors.map(({ id }) => id));
  return [
    ...site.coolingUnits.flatMap((unit, index) => unitIssues(unit, `coolingUnits[${index}]`, sensorIds)),
    ...capacityIssues(site),
  ];
};

function unitIssues(unit: CoolingUnit, path: string, sensorIds: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = [];
  const label = labelOf(unit);
  const { supply, return: intake, control } = unit;
  if (supply.to === 'room') issues.push(...grilleIssues(unit, supply, `${path}.supply`));
  if (intake.from === 'room') issues.push(...grilleIssues(unit, intake, `${path}.return`));
  if (supply.to === 'room' && intake.from === 'room' && supply.face === intake.face && verticallyMeet(unit)) {
    issues.push(
      error(
        'grilles-coincide',
        `${path}.return.face`,
        phrase`${label} supplies and takes air through the same part of its ${supply.face} face.`,
        'Choose another face for one of them, or set zMin and height so that they lie apart.',
      ),
    );
  }
  if (control.mode === 'sensor' && !sensorIds.has(control.sensorId)) {
    issues.push(
      error(
        'unknown-sensor',
        `${path}.control.sensorId`,
        phrase`${label} is controlled by sensor ${control.sensorId}, which the site does not have.`,
        'Name a sensor of the site, add that sensor, or control by supply or return.',
      ),
    );
  }
  if (control.mode !== 'supply' && control.minSupplyCelsius >= control.setpointCelsius) {
    issues.push(
      error(
        'supply-above-setpoint',
        `${path}.control.minSupplyCelsius`,
        phrase`${label} may not supply below ${celsiusText(control.minSupplyCelsius)}, yet it is to hold ${celsiusText(control.setpointCelsius)} at its ${control.mode === 'return' ? 'return' : 'sensor'}.`,
        'Lower minSupplyCelsius below the setpoint.',
      ),
    );
  }
  if (control.setpointCelsius > 45) {
    const celsius = ((control.setpointCelsius - 32) * 5) / 9;
    issues.push(
      warning(
        'setpoint-unlikely',
        `${path}.control.setpointCelsius`,
        phrase`${label} has a setpoint of ${celsiusText(control.setpointCelsius)}.`,
        phrase`Temperatures are in °C: if this is Fahrenheit, write ${celsius.toFixed(1)}.`,
      ),
    );
  }
  if (unit.running && unitAirflowM3s(unit) === 0) {
    issues.push(
      warning(
        'unit-without-flow',
        `${path}.fan`,
        phrase`${label} runs but moves no air.`,
        'Raise its fan speed or rated flow, or set running to false.',
      ),
    );
  }
  return issues;
}

interface Grille {
  face: GrilleFace;
  width?: number | undefined;
  height?: number | undefined;
  zMin?: number | undefined;
}

/** Extent of a face of the unit before rotation: along it, and up it (along the depth for top and bottom). */
function faceSize({ size }: CoolingUnit, face: GrilleFace): { width: number; height: number } {
  if (face === 'top' || face === 'bottom') return { width: size.width, height: size.depth };
  if (face === 'front' || face === 'rear') return { width: size.width, height: size.height };
  return { width: size.depth, height: size.height };
}

function grilleIssues(unit: CoolingUnit, grille: Grille, path: string): Issue[] {
  const face = faceSize(unit, grille.face);
  const width = grille.width ?? face.width;
  const height = grille.height ?? face.height;
  const horizontal = grille.face === 'top' || grille.face === 'bottom';
  const upper = (horizontal ? 0 : (grille.zMin ?? 0)) + height;
  if (width <= face.width + tolerance && upper <= face.height + tolerance) return [];
  return [
    error(
      'grille-larger-than-face',
      path,
      phrase`${labelOf(unit)}: an opening ${metresText(width)} wide that reaches ${metresText(upper)} does not fit its ${grille.face} face of ${metresText(face.width)} x ${metresText(face.height)}.`,
      'Make the opening smaller, or the unit larger.',
    ),
  ];
}

/** True when supply and return on one side face share height. */
function verticallyMeet(unit: CoolingUnit): boolean {
  const { supply, return: intake } = unit;
  if (supply.to !== 'room' || intake.from !== 'room') return false;
  const span = (grille: Grille): [number, number] => {
    const face = faceSize(unit, grille.face);
    const height = grille.height ?? face.height;
    const zMin = grille.zMin ?? (face.height - height) / 2;
    return [zMin, zMin + height];
  };
  const [supplyLow, supplyHigh] = span(supply);
  const [returnLow, returnHigh] = span(intake);
  return supplyLow < returnHigh - tolerance && returnLow < supplyHigh - tolerance;
}

function capacityIssues(site: Site): Issue[] {
  const load = airHeatW(site);
  if (load.fullW === 0) return [];
  const running = site.coolingUnits.filter((unit) => unitAirflowM3s(unit) > 0);
  const opensOutside = site.openings.some(({ flow }) => flow.kind === 'free' || flow.airflowM3s !== 0);
  if (running.length === 0) {
    if (opensOutside) return [];
    return [
      warning(
        'no-cooling',
        'coolingUnits',
        phrase`The racks give off up to ${powerText(load.fullW)}, but no cooling unit runs and no opening leads outside.`,
        'Add a cooling unit: without one the room heats up without end.',
      ),
    ];
  }
  if (opensOutside || running.some(({ capacityW }) => capacityW === undefined)) return [];
  const capacityW = running.reduce((sum, unit) => sum + unit.capacityW!, 0);
  if (capacityW >= load.idleW && capacityW >= 0.8 * load.fullW) return [];
  return [
    warning(
      'capacity-below-load',
      'coolingUnits',
      phrase`Running units can carry ${powerText(capacityW)}; the racks give off ${powerText(load.idleW)} idle and ${powerText(load.fullW)} at full load.`,
      'Add units or capacity, or lower the load.',
    ),
  ];
}
