import type { RackOutcome, TripNote } from '../../frame/failure';
import { sidesOf } from '../power/ups';
import type { Engine } from '../state';

/** Watches what overload opens and which racks lose their power. */
export interface PowerNotes {
  /** Looks after a tick that ended at `now`, s since the start of the run. */
  look(engine: Engine, racks: RackOutcome[], now: number): void;
  readonly trips: readonly TripNote[];
}

const SIDES = ['A', 'B'] as const;

export function createPowerNotes(engine: Engine): PowerNotes {
  const { structure, breakers } = engine.power;
  const seen = { ups: breakers.ups.slice(), pdu: breakers.pdu.slice(), rackFeed: breakers.rackFeed.slice() };
  const trips: TripNote[] = [];
  const dark = engine.servers.supply.rackPowered.map((powered) => 1 - powered);
  const twoUps = structure.electrical?.ups !== undefined && sidesOf(structure.electrical.ups) === 2;
  const note = (list: Uint8Array, before: Uint8Array, at: number, name: (n: number) => Omit<TripNote, 'atSeconds'>) => {
    for (let n = 0; n < list.length; n++) {
      if (list[n] === 1 && before[n] === 0) trips.push({ atSeconds: at, ...name(n) });
      before[n] = list[n]!;
    }
  };
  const side = (n: number, two: boolean) => (two ? SIDES[n % 2]! : null);
  const twoFeeds = structure.feeds === 2;
  return {
    trips,
    look({ power, servers }, racks, now) {
      const { ups, pdu, rackFeed } = power.breakers;
      note(ups, seen.ups, now, (n) => ({ kind: 'ups', id: '', side: side(n, twoUps) }));
      note(pdu, seen.pdu, now, (n) => ({ kind: 'pdu', id: String((n >> 1) + 1), side: side(n, twoFeeds) }));
      note(rackFeed, seen.rackFeed, now, (n) => ({
        kind: 'rack-feed',
        id: structure.rackIds[n >> 1]!,
        side: side(n, twoFeeds),
      }));
      const { rackPowered } = servers.supply;
      for (let r = 0; r < rackPowered.length; r++) {
        if (rackPowered[r] === 0 && dark[r] === 0) racks[r]!.unpoweredAtSeconds ??= now;
        dark[r] = 1 - rackPowered[r]!;
      }
    },
  };
}
