import { expect, it } from 'vitest';
import { type DvfsSetting, runDvfs } from './dvfs-run';
import { DVFS_POLICIES, dvfsStudy, estimate } from './dvfs-study';
import { createWorkQueue } from './work-queue';

const setting: DvfsSetting = {
  typeId: 'ibm-x3550-m3',
  servers: 4,
  daySeconds: 3600,
  drainSeconds: 1200,
  deadlineSeconds: 2,
  inletCelsius: 22,
  workload: {
    demand: { kind: 'diurnal', mean: 0.55, amplitude: 0.25, peakHour: 15, noise: 0.1 },
    startHour: 14.5,
    dispatcher: 'uniform',
    governor: 'performance',
  },
};

it('a queue is served in order: work done a tick after its deadline is late, not lost', () => {
  const queue = createWorkQueue(2);
  queue.tick(1, 0.4);
  queue.tick(0, 0.5);
  // 0.1 of the first batch was not done by the end of its second tick.
  expect(queue.lateWork).toBeCloseTo(0.1, 12);
  expect(queue.lateBatches).toBe(1);
  queue.tick(0, 0.1);
  expect(queue.waiting).toBeCloseTo(0, 12);
  expect(queue.batches).toBe(1);
});

it('all governors do the same work; those that slow down save energy, and powersave is late', () => {
  const rows = dvfsStudy(setting, [1, 2, 3]);
  const by = new Map(rows.map((row) => [row.policy.name, row]));
  const get = (name: string) => by.get(name)!;
  for (const name of ['performance', 'ondemand', 'schedutil', 'performance, packed']) {
    expect(get(name).undoneShare.mean, name).toBeLessThan(1e-9);
  }
  expect(get('performance').saving.mean).toBe(0);
  expect(get('schedutil').saving.mean - get('schedutil').saving.halfWidth).toBeGreaterThan(0);
  expect(get('schedutil').lateShare.mean).toBeLessThan(1e-3);
  expect(get('powersave').lateShare.mean).toBeGreaterThan(0.3);
  expect(get('powersave').missed.mean).toBeGreaterThan(1000);
});

it('sleep saves where load leaves servers without work, and the work that waits for them to wake is counted', () => {
  const night: DvfsSetting = { ...setting, workload: { ...setting.workload, startHour: 2 } };
  const [packed, sleeping] = ['performance, packed', 'performance, packed, sleep after 300 s'].map((name) =>
    runDvfs(DVFS_POLICIES.find((policy) => policy.name === name)!, night, 5),
  );
  expect(sleeping!.energyJ).toBeLessThan(packed!.energyJ);
  expect(sleeping!.doneWork).toBeCloseTo(packed!.doneWork, -3);
});

it('estimate gives Student’s interval: 1, 2, 3 is 2 within 2.48', () => {
  const { mean, halfWidth } = estimate([1, 2, 3]);
  expect(mean).toBe(2);
  expect(halfWidth).toBeCloseTo(4.303 / Math.sqrt(3), 9);
});
