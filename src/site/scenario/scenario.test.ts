import { describe, expect, it } from 'vitest';
import { type Site, siteSchema } from '../schema/site';
import { parseScenario } from './parse';

const site: Site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'test',
  room: { width: 10, depth: 10, height: 3 },
  raisedFloor: { height: 0.6 },
  tiles: [{ id: 'T1', position: { x: 5, y: 5 }, openArea: 0.4, airflowM3s: 0.2 }],
  coolingUnits: [
    {
      id: 'crah-1',
      kind: 'crah',
      position: { x: 1, y: 1 },
      size: { width: 1, depth: 1, height: 2 },
      medium: 'chilled-water',
      supply: { to: 'raised-floor' },
      return: { from: 'room', face: 'top' },
      fan: { ratedAirflowM3s: 4, ratedPowerW: 3000 },
      control: { mode: 'supply', setpointCelsius: 18 },
    },
  ],
  containments: [
    {
      id: 'aisle',
      kind: 'cold-aisle',
      min: { x: 4, y: 4, z: 0 },
      max: { x: 6, y: 6, z: 2 },
      sides: { xMin: 'panel', xMax: 'panel', yMin: 'panel', yMax: 'panel', roof: 'panel' },
    },
  ],
});

const read = (...events: unknown[]) =>
  parseScenario(JSON.stringify({ format: 'isotherm-scenario', version: 1, name: 'x', events }), site);

describe('scenario', () => {
  it('fills in defaults: a trip is of the whole unit, from the start, without repair', () => {
    const { scenario, issues } = read({ kind: 'unit-trip', unitId: 'crah-1' });
    expect(issues).toEqual([]);
    expect(scenario!.events[0]).toEqual({
      kind: 'unit-trip',
      unitId: 'crah-1',
      atSeconds: 0,
      stops: 'unit',
      rampSeconds: 60,
    });
    expect(scenario!.shutdownCelsius).toBe(43);
  });

  it('an unknown id says where, and which was probably meant', () => {
    const { scenario, issues } = read({ kind: 'fan-trip', unitId: 'crah-2' });
    expect(scenario).toBeNull();
    expect(issues[0]).toMatchObject({ code: 'unknown-id', path: 'events[0].unitId' });
    expect(issues[0]!.remedy).toContain('Did you mean crah-1?');
  });

  it.each([
    [{ kind: 'door-open', containmentId: 'none' }, 'unknown-id', 'events[0].containmentId'],
    [{ kind: 'tile-removed', tileId: 'T9' }, 'unknown-id', 'events[0].tileId'],
    [{ kind: 'blanking-removed', rackId: 'A1' }, 'unknown-id', 'events[0].rackId'],
    [{ kind: 'compressor-loss' }, 'no-such-medium', 'events[0]'],
    [{ kind: 'compressor-loss', unitIds: ['crah-1'] }, 'other-medium', 'events[0].unitIds[0]'],
    [{ kind: 'power-loss', atSeconds: 10, untilSeconds: 10 }, 'repair-before-start', 'events[0].untilSeconds'],
    [{ kind: 'unit-trp', unitId: 'crah-1' }, 'unknown-event', 'events[0].kind'],
    [{ kind: 'unit-trip', unitId: 'crah-1', atSeconds: -1 }, 'wrong-field', 'events[0].atSeconds'],
  ])('%j is refused', (event, code, path) => {
    const { scenario, issues } = read(event);
    expect(scenario).toBeNull();
    expect(issues).toContainEqual(expect.objectContaining({ severity: 'error', code, path }));
  });

  it('an open door of a containment without doors is a warning, not an error', () => {
    const { scenario, issues } = read({ kind: 'door-open', containmentId: 'aisle' });
    expect(scenario).not.toBeNull();
    expect(issues.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'without-effect']]);
  });

  it('text that is no JSON says the line', () => {
    expect(parseScenario('{\n oops }', site).issues[0]!.message).toContain('line 2');
  });
});
