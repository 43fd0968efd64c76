import { expect, it } from 'vitest';
import { createEngine } from '../../engine/engine';
import { reportOf } from '../../engine/report';
import { advanceTick } from '../../engine/tick';
import { ductSite } from '../rooms/sites';

it('what is blown into a duct leaves it in every tick, within 1e-6 of the flow', () => {
  const flowM3s = 0.12;
  const site = ductSite({ length: 8, width: 1, height: 1.5 }, flowM3s, 0, {
    room: { width: 8, depth: 1, height: 1.5, initialCelsius: 1e-3 },
  });
  const engine = createEngine(site, { seed: 1, cellSize: 0.2, backend: 'wasm' });
  engine.settling.active = false;
  let worst = 0;
  for (let tick = 0; tick < 100; tick++) {
    advanceTick(engine);
    worst = Math.max(worst, Math.abs(-reportOf(engine).openings[1]!.airflowM3s / flowM3s - 1));
  }
  expect(worst).toBeLessThan(1e-6);
});
