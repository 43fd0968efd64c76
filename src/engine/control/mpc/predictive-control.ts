import type { ControlState } from '../state';
import { decideMoves } from './decide-moves';
import { follows, STEP_SECONDS } from './linear-model';
import { learnError, mayDecide } from './model-fits';
import { PREDICTIVE_STATUS, type Predictive } from './predictive-state';
import { countPower, followRoom, type RoomNow } from './predictor';

/** The model is followed at least this often, s. */
const FOLLOW_SECONDS = 60;

/**
 * Follows the room and every five minutes decides anew: supply air and speed of each zone's units, written over what trim
 * and respond asks for. Where it may not decide, that stands, and fans run as the site sets them. In steps of unlimited
 * length it does nothing: rest is sought by trim and respond, and prediction goes on from there.
 */
export function stepPredictive(predictive: Predictive, state: ControlState, room: RoomNow, dtSeconds: number): void {
  if (dtSeconds === Number.POSITIVE_INFINITY) return;
  countPower(predictive.predictor, room, dtSeconds);
  predictive.sinceFollowSeconds += dtSeconds;
  predictive.sinceDecisionSeconds += dtSeconds;
  if (predictive.sinceFollowSeconds >= FOLLOW_SECONDS || predictive.predictor.followed === 0) {
    const measured = followRoom(predictive.predictor, room, predictive.sinceFollowSeconds);
    predictive.sinceFollowSeconds = 0;
    if (!measured) predictive.status = PREDICTIVE_STATUS.measurement;
  }
  if (predictive.sinceDecisionSeconds >= STEP_SECONDS) {
    predictive.sinceDecisionSeconds = 0;
    decide(predictive, state, room);
  }
  ask(predictive, state);
}

/** Gives the zones what was decided. */
function ask({ status, structure, point }: Predictive, state: ControlState): void {
  structure.zones.forEach((z, c) => {
    const zone = state.zones[z]!;
    const active = status === PREDICTIVE_STATUS.active;
    // Trim and respond would go on from here.
    if (active && zone.supply !== null) zone.supply.setpoint = point.supplyCelsius[c]!;
    const { units, movesFans } = structure.channels[c]!;
    for (const unit of units) {
      if (active) state.supplyCelsius[unit] = point.supplyCelsius[c]!;
      if (movesFans) state.speed[unit] = active ? point.speed[c]! : Number.NaN;
    }
  });
}

function decide(predictive: Predictive, state: ControlState, room: RoomNow): void {
  predictive.decisions++;
  learnError(predictive);
  const before = predictive.status;
  predictive.status = mayDecide(predictive, room);
  if (predictive.status === PREDICTIVE_STATUS.active) {
    if (before !== PREDICTIVE_STATUS.active) takeOver(predictive, state, room);
    if (!decideMoves(predictive, state, room)) predictive.status = PREDICTIVE_STATUS.plan;
  }
  if (predictive.status !== PREDICTIVE_STATUS.active) {
    predictive.fallbacks++;
    predictive.linear.known = 0;
  }
}

/** Starts from what units are asked for and do now. */
function takeOver({ structure, point, predictor }: Predictive, state: ControlState, { plant }: RoomNow): void {
  structure.channels.forEach(({ units }, c) => {
    let supply = 0;
    let speed = 0;
    let running = 0;
    for (const unit of units) {
      supply +=
        (Number.isNaN(state.supplyCelsius[unit]!) ? plant.commandCelsius[unit]! : state.supplyCelsius[unit]!) /
        units.length;
      if (!follows(predictor, plant, unit)) continue;
      speed += predictor.inputs.unitFanShare[unit]!;
      running++;
    }
    point.supplyCelsius[c] = supply;
    point.speed[c] = running > 0 ? speed / running : 1;
  });
}
