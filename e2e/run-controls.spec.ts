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
