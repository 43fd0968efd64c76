import { AIR_HEAT_CAPACITY } from '../../units/air';
import { FAN_RESPONSE_SECONDS, fanPowerW, fanSpeed, temperatureHeadroom } from './fans';
import { createOperation, operate, operateUnderCap } from './governor';
import type { ServerModel } from './model';
import type { Servers } from './servers';
import { DIRECT } from './structure';
import { stepChassisThermal } from './thermal';

/**
 * Share of the way to the true inlet temperature that the fan controllers go in one step of unlimited
 * length: a steady solve alternates air and fans, and the full way could make it hunt.
 */
const SETTLING_SHARE = 0.25;

const operation = createOperation();

/**
 * One step of all equipment in racks: frequency, power, fans, heat, exhaust temperature. Reads the demand
 * in `serverDemandShare` and the air at the chassis inlets (°C), writes everything else. On return
 * powerW = airHeatW + liquidHeatW for every chassis whose exhaust is not pinned, and
 * airflow rho cp (outlet - inlet) = airHeat - stored - unremoved for all. `dtSeconds` may be Infinity
 * (quasi-steady). Allocates nothing.
 */
export function stepServers(servers: Servers, chassisInletCelsius: Float64Array, dtSeconds: number): void {
  const { structure } = servers;
  const fanShare = dtSeconds === Infinity ? SETTLING_SHARE : 1 - Math.exp(-dtSeconds / FAN_RESPONSE_SECONDS);
  for (let chassis = 0; chassis < structure.chassisIds.length; chassis++) {
    const model = structure.models[structure.chassisModel[chassis]!];
    if (!servers.supply.powered) switchOff(servers, chassis);
    else if (model) {
      followInlet(servers.fanSensorCelsius, chassis, chassisInletCelsius[chassis]!, fanShare);
      stepServerGroup(servers, chassis, model);
    } else {
      servers.powerW[chassis] = structure.directPowerW[chassis]!;
      servers.airflowM3s[chassis] = structure.directAirflowM3s[chassis]!;
    }
    const liquidW = servers.powerW[chassis]! * structure.liquidFraction[chassis]!;
    servers.liquidHeatW[chassis] = liquidW;
    servers.airHeatW[chassis] = servers.powerW[chassis]! - liquidW;
  }
  stepChassisThermal(servers, chassisInletCelsius, dtSeconds);
  applyPinnedOutlets(servers, chassisInletCelsius);
  sumTotals(servers, dtSeconds);
}

/** Without power nothing is drawn and no fan turns; what the mass holds stays in it. */
function switchOff(servers: Servers, chassis: number): void {
  const { structure } = servers;
  servers.powerW[chassis] = 0;
  servers.airflowM3s[chassis] = 0;
  if (structure.chassisModel[chassis] === DIRECT) return;
  const first = structure.chassisServerStart[chassis]!;
  const end = structure.chassisServerStart[chassis + 1]!;
  servers.serverPowerW.fill(0, first, end);
  servers.serverUtilisation.fill(0, first, end);
  servers.fanPowerW[chassis] = 0;
  servers.utilisation[chassis] = 0;
  servers.demandRate[chassis] = 0;
  servers.workRate[chassis] = 0;
}

function followInlet(sensorCelsius: Float64Array, chassis: number, inletCelsius: number, share: number): void {
  const sensor = sensorCelsius[chassis]!;
  if (Number.isNaN(sensor)) {
    sensorCelsius[chassis] = inletCelsius;
    return;
  }
  sensorCelsius[chassis] = sensor + share * (inletCelsius - sensor);
}

function stepServerGroup(servers: Servers, chassis: number, model: ServerModel): void {
  const { structure, serverDemandShare, supply, powerCapW } = servers;
  const first = structure.chassisServerStart[chassis]!;
  const end = structure.chassisServerStart[chassis + 1]!;
  const headroom = temperatureHeadroom(servers.fanSensorCelsius[chassis]!);
  let powerSum = 0;
  let fanSum = 0;
  let airflowSum = 0;
  let demandSum = 0;
  let deliveredSum = 0;
  let server = first;
  while (server < end) {
    const demandShare = supply.serving ? serverDemandShare[server]! : 0;
    const capW = powerCapW[server]!;
    operate(model, structure.governor, demandShare, operation);
    if (operation.powerW > capW) operateUnderCap(model, demandShare, capW, operation);
    const { powerW, delivered, frequencyShare } = operation;
    const powerShare = powerW / model.peakW;
    const speed = fanSpeed(model, powerShare, headroom);
    const fanW = fanPowerW(model, speed);
    // The measured curve holds the fans as they run at 22 °C; only the difference is added.
    const serverW = powerW + fanW - fanPowerW(model, fanSpeed(model, powerShare, 1));
    const runStart = server;
    // Neighbours mostly carry the same demand and always breathe the same air: then they run alike.
    do {
      servers.serverPowerW[server] = serverW;
      servers.serverUtilisation[server] = delivered;
      servers.serverFrequencyShare[server] = frequencyShare;
      server++;
    } while (
      server < end &&
      (!supply.serving || serverDemandShare[server]! === demandShare) &&
      powerCapW[server]! === capW
    );
    const alike = server - runStart;
    powerSum += alike * serverW;
    fanSum += alike * fanW;
    airflowSum += alike * model.fanRatedAirflowM3s * speed;
    demandSum += alike * demandShare;
    deliveredSum += alike * delivered;
  }
  servers.powerW[chassis] = powerSum;
  servers.fanPowerW[chassis] = fanSum;
  servers.airflowM3s[chassis] = airflowSum;
  servers.utilisation[chassis] = deliveredSum / (end - first);
  servers.demandRate[chassis] = demandSum * model.peakWorkPerSecond;
  servers.workRate[chassis] = deliveredSum * model.peakWorkPerSecond;
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

function sumTotals(servers: Servers, dtSeconds: number): void {
  const { totals, structure } = servers;
  const oneUnit = structure.workUnit !== null;
  totals.itW = sum(servers.powerW);
  totals.serverFansW = sumKnown(servers.fanPowerW);
  totals.airHeatW = sum(servers.airHeatW);
  totals.liquidHeatW = sum(servers.liquidHeatW);
  totals.storedHeatW = sum(servers.storedHeatW);
  totals.unremovedHeatW = sum(servers.unremovedHeatW);
  totals.demandRate = oneUnit ? sum(servers.demandRate) : Number.NaN;
  totals.workRate = oneUnit ? sum(servers.workRate) : Number.NaN;
  if (dtSeconds !== Infinity) {
    totals.demandedWork += totals.demandRate * dtSeconds;
    totals.deliveredWork += totals.workRate * dtSeconds;
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** Sum of the numbers that are known; NaN where none is. */
function sumKnown(values: Float64Array): number {
  let total = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]!)) total = (Number.isNaN(total) ? 0 : total) + values[i]!;
  }
  return total;
}
