/** All of these are assumptions: no maker publishes its own. The compiled kernel has the same, and a test compares them. */

/** Gain of the fan controller, share of full speed per kelvin of chip temperature. */
export const FAN_GAIN = 0.015;
/** Reset time of the fan controller, s: about the time constant of chip and heat sink. */
export const FAN_RESET_SECONDS = 20;
/** Fastest change of fan speed, share of full speed a second. */
export const FAN_RATE = 0.1;
/** Flow past a server whose fans stand, share of its rated flow: what neighbours and draught drive. */
export const STANDING_FLOW_SHARE = 0.05;
/** Load at whose power a waking server is taken to run. */
export const WAKING_LOAD = 0.5;
/** A throttled server gets a P-state back when its chip is this far below the limit, K. */
export const THROTTLE_HYSTERESIS_KELVIN = 5;
/** Caps are kept in single precision: a P-state this little above its cap is within it. */
export const CAP_TOLERANCE = 1e-6;
/** Rounds in which a steady state between leakage, chip temperature and fans is sought. */
export const STEADY_ROUNDS = 24;
