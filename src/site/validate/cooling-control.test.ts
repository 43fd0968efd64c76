import { expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../schema/site';
import { testSiteInput } from '../test-site';
import { checkCoolingControl } from './cooling-control';

type Control = NonNullable<SiteInput['coolingControl']>;
type Zone = NonNullable<Control['zones']>[number];

function found(coolingControl: Control, changes: Partial<SiteInput> = {}): string[] {
  const site = siteSchema.parse({ ...testSiteInput(), coolingControl, ...changes });
  return checkCoolingControl(site).map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

const zone = (changes: Partial<Zone>): Control => ({ zones: [{ id: 'z', ...changes }] });
const trim = (changes: object = {}) => ({ by: 'trim-and-respond', ...changes }) as NonNullable<Zone['supply']>;
const aisle = {
  id: 'aisle',
  kind: 'cold-aisle',
  min: { x: 3, y: 2.4, z: 0 },
  max: { x: 3.6, y: 3.6, z: 2 },
  sides: { xMin: 'panel', xMax: 'panel', yMin: 'open', yMax: 'open', roof: 'panel' },
} as const;
const byAisle = (setpointPa: number) => zone({ fans: { by: 'aisle-pressure', containmentId: 'aisle', setpointPa } });

it('a sound control has nothing wrong', () => {
  expect(found(zone({ fans: { by: 'raised-floor-pressure' }, supply: trim(), staging: { spare: 0 } }))).toEqual([]);
  expect(found(byAisle(3), { containments: [aisle] })).toEqual([]);
  expect(found(zone({ fans: { by: 'inlet', setpointCelsius: 25 } }))).toEqual([]);
});

it.each([
  ['error unknown-in-zone coolingControl.zones[0].unitIds[0]', zone({ unitIds: ['CRAH-2'] })],
  ['error unknown-in-zone coolingControl.zones[0].rackIds[1]', zone({ rackIds: ['A1', 'C1'] })],
  ['error zone-without-units coolingControl.zones[0].unitIds', zone({ unitIds: [] })],
  ['error zone-without-racks coolingControl.zones[0].rackIds', zone({ rackIds: [], supply: trim() })],
  ['error duplicate-zone coolingControl.zones[1].id', { zones: [{ id: 'z', unitIds: ['CRAH-1'] }, { id: 'z' }] }],
  ['error unit-in-two-zones coolingControl.zones[1].unitIds', { zones: [{ id: 'a' }, { id: 'b' }] }],
  [
    'error speeds-swapped coolingControl.zones[0].fans.minSpeed',
    zone({ fans: { by: 'inlet', setpointCelsius: 25, minSpeed: 0.9, maxSpeed: 0.5 } }),
  ],
  [
    'warning inlet-above-class coolingControl.zones[0].fans.setpointCelsius',
    zone({ fans: { by: 'inlet', setpointCelsius: 38 } }),
  ],
  ['error pressure-without-containment coolingControl.zones[0].fans.containmentId', byAisle(3)],
  ['error setpoint-limits coolingControl.zones[0].supply.minCelsius', zone({ supply: trim({ minCelsius: 28 }) })],
  ['error setpoint-start coolingControl.zones[0].supply.startCelsius', zone({ supply: trim({ startCelsius: 30 }) })],
  [
    'warning request-below-supply coolingControl.zones[0].supply.requestAboveCelsius',
    zone({ supply: trim({ requestAboveCelsius: 17 }) }),
  ],
  [
    'error unknown-in-zone coolingControl.zones[0].supply.multipliers[0].rackId',
    zone({ supply: trim({ multipliers: [{ rackId: 'C9', multiplier: 2 }] }) }),
  ],
  ['warning stages-beyond-units coolingControl.zones[0].staging.minRunning', zone({ staging: {} })],
  ['error stages-hunt coolingControl.zones[0].staging.stopBelow', zone({ staging: { spare: 0, stopBelow: 0.95 } })],
  ['warning control-without-plant coolingControl.chilledWater', { chilledWater: {} }],
  ['error valves-hunt coolingControl.chilledWater.releaseBelow', { chilledWater: { releaseBelow: 0.97 } }],
  ['error stages-hunt coolingControl.chillers.stopShare', { chillers: { stopShare: 0.96 } }],
] as [string, Control][])('%s', (issue, control) => {
  expect(found(control)).toContain(issue);
});

it('pressure needs something that holds it, and a sign that keeps warm air out', () => {
  const byFloor = zone({ fans: { by: 'raised-floor-pressure' } });
  const { raisedFloor: _, ...noFloor } = testSiteInput();
  expect(checkCoolingControl(siteSchema.parse({ ...noFloor, tiles: [], coolingControl: byFloor }))[0]!.code).toBe(
    'pressure-without-floor',
  );
  const open = { ...aisle, sides: { xMin: 'open', xMax: 'open', yMin: 'open', yMax: 'open', roof: 'open' } as const };
  expect(found(byAisle(3), { containments: [open] })).toEqual([
    'error pressure-without-containment coolingControl.zones[0].fans.containmentId',
  ]);
  expect(found(byAisle(-3), { containments: [aisle] })).toEqual([
    'warning pressure-sign coolingControl.zones[0].fans.setpointPa',
  ]);
});

it('two zones may not hold the same pressure', () => {
  const fans = { by: 'raised-floor-pressure' } as const;
  const zones = [
    { id: 'a', unitIds: ['CRAH-1'], fans },
    { id: 'b', unitIds: [], fans },
  ];
  expect(found({ zones })).toContain('error pressure-held-twice coolingControl.zones[1].fans.by');
});

it('a zone may not set the supply of a unit that holds its return; valves and curves of the plant are looked at', () => {
  const unit = testSiteInput().coolingUnits![0]!;
  const control = { mode: 'return', setpointCelsius: 26 } as const;
  expect(found(zone({ supply: trim() }), { coolingUnits: [{ ...unit, control }] })).toEqual([
    'error zone-sets-supply coolingUnits[0].control.mode',
  ]);
  const plant = { kind: 'chilled-water', chillers: { set: 'York_YT_1758kW_5_96COP_Vanes' } } as const;
  expect(found({ chilledWater: {} }, { plant })).toEqual([
    'warning valves-unknown coolingControl.chilledWater',
    'warning chiller-out-of-range coolingControl.chilledWater.maxCelsius',
  ]);
});
