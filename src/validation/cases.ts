import type { ValidationCase } from './case';
import { heatedCavity } from './cases/heated-cavity';
import { lidDrivenCavity } from './cases/lid-driven-cavity';
import { obliqueStep } from './cases/oblique-step';
import { rayleighBenard } from './cases/rayleigh-benard';

/** In the order in which they are told: momentum, buoyancy, heat, numeric error. */
export const validationCases: readonly ValidationCase[] = [lidDrivenCavity, heatedCavity, rayleighBenard, obliqueStep];
