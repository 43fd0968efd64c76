import type { ValidationCase } from './case';
import { closedRoom } from './cases/closed-room';
import { duct } from './cases/duct';
import { heatedCavity } from './cases/heated-cavity';
import { lidDrivenCavity } from './cases/lid-driven-cavity';
import { obliqueStep } from './cases/oblique-step';
import { plenum } from './cases/plenum';
import { rayleighBenard } from './cases/rayleigh-benard';
import { tileLaw } from './cases/tile-law';
import { timeStepSweep } from './cases/time-step-sweep';

/** In the order in which they are told: published flows, exact balances of rooms, numeric error. */
export const validationCases: readonly ValidationCase[] = [
  lidDrivenCavity,
  heatedCavity,
  rayleighBenard,
  closedRoom,
  duct,
  tileLaw,
  plenum,
  obliqueStep,
  timeStepSweep,
];
