import { expect } from '@playwright/test';
import { openApp, test } from './support/app';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone: scene, headline numbers and charts without sideways scrolling, the rest in sheets', async ({
  page,
}) => {
  await openApp(page, { paused: true });
  await expect(page.locator('canvas').first()).toBeVisible();
  await expect(page.getByTestId('headline-facilityPower')).toContainText(/\d/);
  await expect(page.getByTestId('chart-power')).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.getByTestId('sheet-objects').tap();
  await expect(page.getByTestId('object-tree')).toBeVisible();
  await page.getByTestId('object-tree').getByText('Racks').waitFor();
});
