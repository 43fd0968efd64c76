import { expect } from '@playwright/test';
import { openApp, test } from './support/app';

test('the interface speaks Chinese, and remembers it', async ({ page }) => {
  await openApp(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByTestId('language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await expect(page.locator('body')).toContainText('机柜');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
});
