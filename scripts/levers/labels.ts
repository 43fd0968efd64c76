import type { MeasureId } from '../../src/frame/levers';

const MEASURES: Record<MeasureId, string> = {
  governor: 'schedutil in place of performance',
  sleep: 'work packed, idle servers sleep after 15 min',
  'server-fans': 'zoned server fans, heat sinks of 0.8 the resistance',
  containment: 'contained aisles',
  'blanking-panels': 'blanking panels in every rack',
  economiser: 'economiser',
  'warm-water': 'chilled water follows the supply air',
  'safe-setpoint': 'highest safe supply setpoint',
  'best-setpoint': 'best safe supply setpoint',
  'unit-fans': 'unit fans follow the racks',
  'trim-and-respond': 'trim and respond',
  mpc: 'model-predictive control',
};

const ROWS: Record<string, string> = {
  off: '**Every lever off**',
  'as-is': 'As its author runs it',
  'panels-removed': 'Blanking panels taken out everywhere',
  server: '**Lever: server energy**',
  'cooling-fixed': '**Lever: separation and control, fixed setpoint**',
  'cooling-moving': '**Lever: separation and control, trim and respond**',
  scheduling: '**Lever: scheduling**',
  monitor: '**Lever: monitor**',
  all: '**All together**',
};

const STRATEGIES: Record<string, string> = {
  'fixed-22': 'fixed 22 °C',
  'fixed-highest-safe': 'highest safe fixed setpoint',
  'trim-and-respond': 'trim and respond',
  'trim-and-respond-with-fans': 'trim and respond, unit fans follow the racks',
  'fixed-with-fans': 'best safe fixed setpoint, unit fans follow the racks',
  mpc: 'model-predictive control',
};

export const measureLabel = (id: MeasureId): string => MEASURES[id];
export const rowLabel = (id: string): string => ROWS[id] ?? MEASURES[id as MeasureId];
export const strategyLabel = (id: string): string => STRATEGIES[id] ?? id;
