import { expect } from '@playwright/test';
import { openApp, test } from './support/app';

test('the validation page solves every case in this browser and finds all of them inside their floor', async ({
  page,
}) => {
  await openApp(page, { paused: true });
  await page.getByTestId('site-menu').click();
  await page.getByTestId('open-validation').click();
  const summary = page.getByTestId('validation-summary');
  await expect(summary).toHaveAttribute('data-status', 'done', { timeout: 100_000 });
  await expect(summary).toContainText(/(\d+) of \1 judged numbers/);
  const cases = page.locator('[data-testid^="case-"]');
  expect(await cases.count()).toBeGreaterThanOrEqual(8);
  await expect(page.locator('[data-testid^="case-"]:not([data-status="done"])')).toHaveCount(0);
  const figure = page.getByTestId('case-heated-cavity').locator('img').first();
  await expect.poll(() => figure.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
});

test('a validation run can be cancelled and started again, and the page has an address', async ({ page }) => {
  await page.goto('/#/validation');
  const summary = page.getByTestId('validation-summary');
  await expect(summary).toHaveAttribute('data-status', 'running');
  await page.getByTestId('validation-cancel').click();
  await expect(summary).toHaveAttribute('data-status', 'cancelled');
  await page.getByTestId('validation-start').click();
  await expect(summary).toHaveAttribute('data-status', 'running');
  await page.keyboard.press('Escape');
  await expect(summary).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
});
