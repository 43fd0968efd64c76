import { expect } from '@playwright/test';
import { openApp, test } from './support/app';

test('recirculation: the matrix answers the pointer and the keys, and a click selects both racks in the room', async ({
  page,
}) => {
  await openApp(page, { paused: true });
  await page.getByTestId('show-recirculation').click();
  const matrix = page.getByTestId('recirculation-matrix');
  await expect(matrix).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId('recirculation-state')).toHaveAttribute('data-state', 'fresh');
  await matrix.hover();
  await expect(page.getByTestId('recirculation-sentence')).toContainText('inlet air');
  await matrix.focus();
  const before = await page.getByTestId('recirculation-sentence').textContent();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('recirculation-sentence')).not.toHaveText(before!);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('inspector').getByRole('heading', { level: 2 })).toContainText('2 racks');
});
