import { beforeEach, expect, it } from 'vitest';
import { emptyReadings, type PowerAlarm, type PowerStatus } from '../frame/power';
import { clearEvents, useEvents } from './events';
import { energySince, forgetPower, notePowerAlarms, usePower } from './power';

const feed = (id: string, level: 'warning' | 'alarm'): PowerAlarm => ({
  key: `rack-feed ${id} A`,
  kind: 'rack-feed',
  id,
  side: 'A',
  level,
});

beforeEach(() => {
  clearEvents();
  forgetPower();
});

it('what goes into alarm, gets worse and clears is in the event lane, once each', () => {
  notePowerAlarms([feed('A1', 'warning')], 10);
  notePowerAlarms([feed('A1', 'warning'), feed('A2', 'alarm')], 20);
  notePowerAlarms([feed('A1', 'alarm')], 30);
  notePowerAlarms([], 40);
  const lane = useEvents
    .getState()
    .events.map(({ atSeconds, kind, power }) => [atSeconds, kind, power?.id, power?.level]);
  expect(lane).toEqual([
    [10, 'alarm-on', 'A1', 'warning'],
    [20, 'alarm-on', 'A2', 'alarm'],
    [30, 'alarm-on', 'A1', 'alarm'],
    [30, 'alarm-off', 'A2', 'alarm'],
    [40, 'alarm-off', 'A1', 'alarm'],
  ]);
});

it('energy counts from the mark: 5 kJ, then 12 kJ, are 7 kJ since', () => {
  const status = (joules: number) =>
    ({ simulatedSeconds: 1, joules: emptyReadings(joules), work: joules }) as unknown as PowerStatus;
  usePower.setState({ status: status(5000) });
  expect(energySince(status(12_000), usePower.getState().mark).itW).toBe(12_000);
  usePower.getState().setMark();
  expect(energySince(status(12_000), usePower.getState().mark).itW).toBe(7000);
  usePower.getState().clearMark();
  expect(energySince(status(12_000), usePower.getState().mark).coolingW).toBe(12_000);
});
