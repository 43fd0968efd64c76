import { AIR_HEAT_CAPACITY } from '../../units/air';
import { FAN_RESPONSE_SECONDS } from './fans';
import type { Servers } from './servers';
import { darken } from './supply';
import { stepChassisThermal } from './thermal';
import { sumTotals } from './totals';

/**
 * Share of the way to the true inlet temperature that the fan controllers go in one step of unlimited
 * length: a steady solve alternates air and fans, and the full way could make it hunt.
 */
const SETTLING_SHARE = 0.25;

const moment = { dtSeconds: Number.NaN, inletShutdownCelsius: Number.NaN };

/**
 * One step of all equipment in racks: power states, frequency, power, chips, fans, heat, exhaust temperature. Reads the
 * demand in `serverDemandShare`, the caps and the air at the chassis inlets (°C), writes everything else. On return
 * powerW = airHeatW + liquidHeatW + what the chips store for every chassis whose exhaust is not pinned, and
 * airflow rho cp (outlet - inlet) = airHeat - stored - unremoved for all. `dtSeconds` may be Infinity
 * (quasi-steady). Allocates nothing.
 */
export function stepServers(servers: Servers, chassisInletCelsius: Float64Array, dtSeconds: number): void {
  const { structure, groups } = servers;
  const fanShare = dtSeconds === Infinity ? SETTLING_SHARE : 1 - Math.exp(-dtSeconds / FAN_RESPONSE_SECONDS);
  for (let chassis = 0; chassis < structure.chassisIds.length; chassis++) {
    if (groups.groupModel[chassis]! < 0) {
      servers.powerW[chassis] = structure.directPowerW[chassis]!;
      servers.airflowM3s[chassis] = structure.directAirflowM3s[chassis]!;
    } else {
      followInlet(servers.fanSensorCelsius, chassis, chassisInletCelsius[chassis]!, fanShare);
      groups.groupInletCelsius[chassis] = chassisInletCelsius[chassis]!;
    }
  }
  moment.dtSeconds = dtSeconds;
  moment.inletShutdownCelsius = servers.protection.inletShutdownCelsius;
  servers.kernel(moment);
  if (servers.supply.darkRacks > 0) darken(servers);
  readGroups(servers);
  stepChassisThermal(servers, chassisInletCelsius, dtSeconds);
  applyPinnedOutlets(servers, chassisInletCelsius);
  sumTotals(servers, dtSeconds);
}

function followInlet(sensorCelsius: Float64Array, chassis: number, inletCelsius: number, share: number): void {
  const sensor = sensorCelsius[chassis]!;
  if (Number.isNaN(sensor)) {
    sensorCelsius[chassis] = inletCelsius;
    return;
  }
  sensorCelsius[chassis] = sensor + share * (inletCelsius - sensor);
}

/** Heat and work of every chassis from what its servers did. */
function readGroups(servers: Servers): void {
  const { structure, groups } = servers;
  for (let chassis = 0; chassis < structure.chassisIds.length; chassis++) {
    const liquidW = servers.powerW[chassis]! * structure.liquidFraction[chassis]!;
    servers.liquidHeatW[chassis] = liquidW;
    servers.airHeatW[chassis] = servers.powerW[chassis]! - liquidW - groups.groupChipStoredW[chassis]!;
    const index = groups.groupModel[chassis]!;
    if (index < 0) continue;
    const { peakWorkPerSecond } = structure.models[index]!;
    servers.utilisation[chassis] =
      groups.groupDeliveredSum[chassis]! / (groups.groupEnd[chassis]! - groups.groupFirst[chassis]!);
    servers.demandRate[chassis] = groups.groupDemandSum[chassis]! * peakWorkPerSecond;
    servers.workRate[chassis] = groups.groupDeliveredSum[chassis]! * peakWorkPerSecond;
  }
}

/** A pinned exhaust replaces the heat balance of its chassis: its heat is what the pinned rise carries. */
function applyPinnedOutlets(servers: Servers, chassisInletCelsius: Float64Array): void {
  const { pinnedOutletCelsius } = servers.structure;
  for (let chassis = 0; chassis < pinnedOutletCelsius.length; chassis++) {
    const pinned = pinnedOutletCelsius[chassis]!;
    if (Number.isNaN(pinned)) continue;
    servers.outletCelsius[chassis] = pinned;
    servers.airHeatW[chassis] =
      servers.airflowM3s[chassis]! * AIR_HEAT_CAPACITY * (pinned - chassisInletCelsius[chassis]!);
    servers.storedHeatW[chassis] = 0;
    servers.unremovedHeatW[chassis] = 0;
  }
}
