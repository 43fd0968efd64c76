import { expect } from '@playwright/test';
import { openApp, simulatedSeconds, test } from './support/app';

test('pause stops the clock, step moves it by one second, play goes on, reset returns to zero', async ({ page }) => {
  await openApp(page);
  await page.getByTestId('play-pause').click();
  await expect
    .poll(async () => {
      const first = await simulatedSeconds(page);
      await page.waitForTimeout(600);
      return (await simulatedSeconds(page)) - first;
    })
    .toBe(0);
  const paused = await simulatedSeconds(page);
  await page.getByTestId('step').click();
  await expect.poll(() => simulatedSeconds(page)).toBe(paused + 1);

  await page.getByTestId('play-pause').click();
  await expect.poll(() => simulatedSeconds(page)).toBeGreaterThan(paused + 3);

  await page.getByTestId('play-pause').click();
  await page.getByTestId('reset').click();
  await expect.poll(() => simulatedSeconds(page)).toBe(0);
});

test('speed: at 1× a second takes a second, at the fastest it takes less', async ({ page }) => {
  await openApp(page);
  const secondsIn = async (wallMs: number) => {
    const [startedAt, from] = [performance.now(), await simulatedSeconds(page)];
    await page.waitForTimeout(wallMs);
    return ((await simulatedSeconds(page)) - from) / ((performance.now() - startedAt) / 1000);
  };
  const speed = page.getByTestId('speed');
  await speed.getByText('1×', { exact: true }).click();
  await page.waitForTimeout(1500);
  const real = await secondsIn(4000);
  expect(real).toBeGreaterThan(0.4);
  expect(real).toBeLessThan(1.5);
  await speed.getByText('Max', { exact: true }).click();
  await page.waitForTimeout(1500);
  expect(await secondsIn(4000)).toBeGreaterThan(1.5);
});
