import type { SimulationReport } from '../engine/report';
import { type ErrorSummary, type Quantity, summarise } from './comparison';
import { type Pod2Window, stripHeights, stripRacks, stripSides } from './pod2-measured';

/**
 * Yardstick: the room's own author reports, by our arithmetic on his published series, root mean square errors of
 * 2.5 K at the middle of the inlets and 3.4 K at the middle of the outlets over nine hours.
 */
export const yardstickRmseKelvin = { inlet: 2.5, outlet: 3.4 };

export interface Pod2Comparison {
  window: Pod2Window;
  /** Each strip point, °C. */
  points: Quantity[];
  front: ErrorSummary;
  rear: ErrorSummary;
  all: ErrorSummary;
  /** Top minus middle of each front strip: warm air that comes over the racks, K. */
  frontGaps: Quantity[];
  returnAir: Quantity;
  /** Heat taken by the coolers against heat given off by the racks, as a share of the latter. */
  heatClosure: number;
}

function probeCelsius(report: SimulationReport, id: string): number {
  const probe = report.probes.find((candidate) => candidate.id === id);
  if (probe === undefined) throw new RangeError(`the site has no sensor '${id}'`);
  return probe.celsius;
}

/** Return air of all units, weighted with their flow, °C. */
function mixedReturnCelsius(report: SimulationReport): number {
  const flow = report.coolingUnits.reduce((sum, unit) => sum + unit.airflowM3s, 0);
  return report.coolingUnits.reduce((sum, unit) => sum + unit.airflowM3s * unit.returnCelsius, 0) / flow;
}

function pointsOf(window: Pod2Window, report: SimulationReport): Quantity[] {
  return stripRacks.flatMap((racks) =>
    stripSides.flatMap((side) =>
      stripHeights.map((height, index) => ({
        name: `racks ${racks} ${side} ${height}`,
        unit: '°C',
        reference: window.strips[racks][side][index]!,
        simulated: probeCelsius(report, `strip-${racks}-${side}-${height}`),
      })),
    ),
  );
}

/** Sets a simulated window of POD 2 beside its measurement. */
export function comparePod2(window: Pod2Window, report: SimulationReport): Pod2Comparison {
  const points = pointsOf(window, report);
  const at = (name: string) => points.find((point) => point.name === name)!;
  const rackHeatW = report.racks.reduce((sum, rack) => sum + rack.powerW, 0);
  const unitHeatW = report.coolingUnits.reduce((sum, unit) => sum + unit.heatW, 0);
  return {
    window,
    points,
    front: summarise(points.filter((point) => point.name.includes(' front '))),
    rear: summarise(points.filter((point) => point.name.includes(' rear '))),
    all: summarise(points),
    frontGaps: stripRacks.map((racks) => {
      const [top, middle] = [at(`racks ${racks} front top`), at(`racks ${racks} front middle`)];
      return {
        name: `racks ${racks} front, top minus middle`,
        unit: 'K',
        reference: top.reference - middle.reference,
        simulated: top.simulated - middle.simulated,
      };
    }),
    returnAir: {
      name: 'return air of the coolers',
      unit: '°C',
      reference: window.returnCelsius,
      simulated: mixedReturnCelsius(report),
    },
    heatClosure: (unitHeatW - rackHeatW) / rackHeatW,
  };
}
