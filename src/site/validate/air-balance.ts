import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { type Phrase, phrase } from '../phrase';
import { airflowText, plain } from '../quantity-text';
import type { CoolingUnit } from '../schema/cooling-unit';
import type { PerforatedPanel } from '../schema/room';
import type { Site } from '../schema/site';
import { error, type Rule, warning } from './rule';

/** Pinned flows that differ by less than this share count as balanced. */
const balanceTolerance = 1e-3;

/** Flow of a unit at its set speed, m³/s. */
export function unitAirflowM3s(unit: CoolingUnit): number {
  return unit.running ? unit.fan.ratedAirflowM3s * unit.fan.speed : 0;
}

/** Air that goes into the room, or into a plenum, can also come out. */
export const checkAirBalance: Rule = (site) => [...floorIssues(site), ...ceilingIssues(site), ...openingIssues(site)];

function floorIssues(site: Site): Issue[] {
  const issues: Issue[] = [];
  const feeders = site.coolingUnits.flatMap((unit, index) =>
    unit.supply.to === 'raised-floor' ? [{ unit, index }] : [],
  );
  if (site.raisedFloor === undefined) {
    return feeders.map(({ unit, index }) =>
      error(
        'supply-without-floor',
        `coolingUnits[${index}].supply`,
        phrase`${labelOf(unit)} supplies the raised floor, but there is none.`,
        'Add a raisedFloor, or let it supply the room.',
      ),
    );
  }
  const supplyM3s = feeders.reduce((sum, { unit }) => sum + unitAirflowM3s(unit), 0);
  const leakage = site.raisedFloor.leakageFraction;
  const pinnedM3s = pinnedFlow(site.tiles);
  const available = supplyM3s * (1 - leakage);
  if (supplyM3s === 0) {
    if (pinnedM3s > 0) {
      issues.push(
        error(
          'tiles-without-supply',
          'tiles',
          phrase`Tiles are pinned to ${airflowText(pinnedM3s)}, but no running unit supplies the raised floor.`,
          'Switch on a unit that supplies it, or use an opening in the floor with a pinned flow.',
        ),
      );
    } else if (site.tiles.length > 0) {
      issues.push(
        warning(
          'floor-without-supply',
          'raisedFloor',
          'No running unit supplies the raised floor: its tiles give no air.',
          'Switch on or add a unit that supplies it.',
        ),
      );
    }
    return issues;
  }
  if (passable(site.tiles).length === 0) {
    if (leakage < 1) {
      issues.push(
        error(
          'floor-without-tiles',
          'tiles',
          phrase`Units push ${airflowText(supplyM3s)} into the raised floor, but no tile is open and leakage carries only ${plain(leakage * 100, 1)} %.`,
          'Add tiles, open their dampers, or set leakageFraction to 1 for a floor that leaks it all.',
        ),
      );
    }
    return issues;
  }
  issues.push(...panelBalance('tiles', phrase`tiles`, site.tiles, pinnedM3s, available));
  return issues;
}

function ceilingIssues(site: Site): Issue[] {
  const takers = site.coolingUnits.flatMap((unit, index) =>
    unit.return.from === 'ceiling-plenum' ? [{ unit, index }] : [],
  );
  if (site.ceilingPlenum === undefined) {
    return takers.map(({ unit, index }) =>
      error(
        'return-without-plenum',
        `coolingUnits[${index}].return`,
        phrase`${labelOf(unit)} takes its air from a ceiling plenum, but there is none.`,
        'Add a ceilingPlenum with grilles, or let it take air from the room.',
      ),
    );
  }
  const returnM3s = takers.reduce((sum, { unit }) => sum + unitAirflowM3s(unit), 0);
  const pinnedM3s = pinnedFlow(site.ceilingGrilles);
  if (returnM3s === 0) {
    if (pinnedM3s === 0) return [];
    return [
      error(
        'grilles-without-return',
        'ceilingGrilles',
        phrase`Grilles are pinned to ${airflowText(pinnedM3s)}, but no running unit takes air from the ceiling plenum.`,
        'Switch on a unit that does, or use an opening in the ceiling.',
      ),
    ];
  }
  if (passable(site.ceilingGrilles).length === 0) {
    return [
      error(
        'plenum-without-grilles',
        'ceilingGrilles',
        phrase`Units draw ${airflowText(returnM3s)} from the ceiling plenum, but no grille is open.`,
        'Add ceiling grilles above the hot aisles, or open their dampers.',
      ),
    ];
  }
  return panelBalance('ceilingGrilles', phrase`grilles`, site.ceilingGrilles, pinnedM3s, returnM3s);
}

function pinnedFlow(panels: readonly PerforatedPanel[]): number {
  return panels.reduce((sum, { airflowM3s }) => sum + (airflowM3s ?? 0), 0);
}

/** Panels that can carry air at all. */
function passable(panels: readonly PerforatedPanel[]): PerforatedPanel[] {
  return panels.filter(({ openArea, damper, airflowM3s }) =>
    airflowM3s === undefined ? openArea * damper > 0 : airflowM3s > 0,
  );
}

function panelBalance(
  path: string,
  word: Phrase,
  panels: readonly PerforatedPanel[],
  pinnedM3s: number,
  flowM3s: number,
): Issue[] {
  const allPinned = passable(panels).every(({ airflowM3s }) => airflowM3s !== undefined);
  const excess = pinnedM3s - flowM3s;
  const allowed = balanceTolerance * Math.max(pinnedM3s, flowM3s);
  if (excess > allowed) {
    return [
      error(
        'panels-unbalanced',
        path,
        phrase`The ${word} are pinned to ${airflowText(pinnedM3s)} in all, but the units give them only ${airflowText(flowM3s)}.`,
        phrase`Lower the pinned flows by ${airflowText(excess)}, or raise the flow of the units.`,
      ),
    ];
  }
  if (allPinned && excess < -allowed) {
    return [
      error(
        'panels-unbalanced',
        path,
        phrase`All open ${word} are pinned, to ${airflowText(pinnedM3s)} in all, but the units give them ${airflowText(flowM3s)}.`,
        phrase`Raise the pinned flows by ${airflowText(-excess)}, or leave one of them free.`,
      ),
    ];
  }
  return [];
}

function openingIssues(site: Site): Issue[] {
  let inflow = 0;
  let outflow = 0;
  for (const { flow } of site.openings) {
    if (flow.kind === 'free') return [];
    if (flow.airflowM3s > 0) inflow += flow.airflowM3s;
    else outflow -= flow.airflowM3s;
  }
  const net = inflow - outflow;
  if (Math.abs(net) <= balanceTolerance * Math.max(inflow, outflow)) return [];
  const excess = net > 0 ? phrase`too much comes in` : phrase`too much goes out`;
  return [
    error(
      'openings-unbalanced',
      'openings',
      phrase`Openings bring in ${airflowText(inflow)} and take out ${airflowText(outflow)}: ${airflowText(Math.abs(net))} ${excess} and no opening is free.`,
      'Make the pinned flows equal, or add a free opening.',
    ),
  ];
}
