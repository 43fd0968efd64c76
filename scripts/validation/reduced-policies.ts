import type { EngineOptions } from '../../src/engine/engine';
import type { ReducedModel } from '../../src/engine/reduced/model';
import type { Site } from '../../src/site/schema/site';
import { seededDay } from '../../src/validation/reduced/day';
import { rankPolicies } from '../../src/validation/reduced/policies';

const MINUTES = 60;

/** Twelve ways to run a room, in the room and in its model, and how well their orders agree. */
export function policiesText(site: Site, options: EngineOptions, model: ReducedModel, seed: number): string {
  const day = seededDay(seed, MINUTES, [0.5, 0.9]);
  const ranking = rankPolicies(site, options, model, day, 10, () => performance.now());
  const rows = ranking.policies.map(({ setpointCelsius, fanShare, dispatcher }, n) => {
    const room = ranking.room[n]!;
    const reduced = ranking.model[n]!;
    return `| ${setpointCelsius} | ${fanShare} | ${dispatcher} | ${room.energyKwh.toFixed(2)} | ${reduced.energyKwh.toFixed(2)} | ${room.warmestCelsius.toFixed(2)} | ${reduced.warmestCelsius.toFixed(2)} |`;
  });
  const judged = (tau: number) => (tau >= 0.9 ? tau.toFixed(2) : `**MISS** ${tau.toFixed(2)}`);
  return `| supply, °C | fans | dispatcher | energy, room, kWh | model | warmest inlet, room, °C | model |
| ---------: | ---: | ---------- | ----------------: | ----: | ----------------------: | ----: |
${rows.join('\n')}

Kendall's tau: ${judged(ranking.tauEnergy)} by energy, ${judged(ranking.tauWarmest)} by the warmest inlet. The room took ${ranking.roomSeconds.toFixed(0)} s, the
model ${ranking.modelSeconds.toFixed(1)} s.`;
}
