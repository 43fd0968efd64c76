import { expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { moveEntities } from '../../src/site/edits/move';
import type { EntityRef } from '../../src/site/entity';
import { hasErrors } from '../../src/site/issue';
import { siteSchema } from '../../src/site/schema/site';
import { Snapper } from '../../src/site/snapping';
import { validateSite } from '../../src/site/validate/validate';
import { aiPod } from './ai-pod';
import { pod2 } from './pod2';
import { POD2_WINDOWS } from './pod2-windows';
import { seeded } from './seeded';
import { starter } from './starter';

const rooms = { starter: starter(), 'pod2 window A': pod2(POD2_WINDOWS[0]!), 'ai-pod': aiPod() };

it.each(Object.entries(rooms))(
  '%s: wherever a rack may be dropped, the rules and the engine accept it',
  (_name, input) => {
    const site = siteSchema.parse(input);
    const random = seeded(7);
    let dropped = 0;
    for (let trial = 0; trial < 300 && dropped < 12; trial++) {
      const rack = site.racks[Math.floor(random() * site.racks.length)]!;
      const refs: EntityRef[] = [{ kind: 'rack', id: rack.id }];
      const wanted = {
        x: random() * site.room.width - rack.position.x,
        y: random() * site.room.depth - rack.position.y,
      };
      const { offset, valid } = new Snapper(site, refs).snap(wanted);
      if (!valid) continue;
      dropped += 1;
      const moved = moveEntities(site, refs, offset);
      expect(hasErrors(validateSite(moved)), `seed 7, trial ${trial}: ${rack.id} by ${offset.x}, ${offset.y}`).toBe(
        false,
      );
      expect(() => createEngine(moved, { seed: 1 }), `seed 7, trial ${trial}: ${rack.id}`).not.toThrow();
    }
    expect(dropped).toBe(12);
  },
);
